from __future__ import annotations

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from graph.errors import InputError
from ingest.web import FetchLimits, fetch, is_public
from tests.ingest.conftest import Web

_LIMITS = FetchLimits(seconds=5)


def test_a_page_comes_with_its_type_and_encoding(web: Web) -> None:
    url = web.serve("/a", b"<p>Mal\xe9</p>", "text/html; charset=ISO-8859-1")
    fetched = fetch(url, _LIMITS)
    assert (fetched.body, fetched.content_type, fetched.charset) == (
        b"<p>Mal\xe9</p>",
        "text/html",
        "iso-8859-1",
    )


def test_redirects_are_followed_and_the_last_address_told(web: Web) -> None:
    last = web.serve("/c", b"x")
    web.redirect("/b", "/c")
    assert fetch(web.redirect("/a", web.url("/b")), _LIMITS).url == last


@pytest.mark.parametrize(
    ("status", "complaint"),
    [(404, "the server answers 404"), (500, "the server answers 500"), (204, "answers 204")],
)
def test_an_answer_that_is_no_page_is_refused(web: Web, status: int, complaint: str) -> None:
    url = web.serve("/a", b"", status=status)
    with pytest.raises(InputError, match=complaint):
        fetch(url, _LIMITS)


def test_redirects_in_a_circle_and_for_ever_are_refused(web: Web) -> None:
    web.redirect("/b", "/a")
    with pytest.raises(InputError, match="redirects in a circle"):
        fetch(web.redirect("/a", "/b"), _LIMITS)
    for number in range(9):
        web.redirect(f"/{number}", f"/{number + 1}")
    with pytest.raises(InputError, match="redirects more than 5 times"):
        fetch(web.url("/0"), _LIMITS)


def test_a_redirect_to_a_file_is_refused(web: Web) -> None:
    with pytest.raises(InputError, match="only http and https addresses are fetched, not file:/etc/passwd"):
        fetch(web.redirect("/a", "file:///etc/passwd"), _LIMITS)


def test_a_silent_server_is_given_up_on(web: Web) -> None:
    web.answers["/a"] = lambda _: time.sleep(1)
    with pytest.raises(InputError, match=r"no answer within 0\.2 s"):
        fetch(web.url("/a"), FetchLimits(seconds=0.2))


def test_a_server_that_drips_is_given_up_on(web: Web) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)

    web.answers["/a"] = drip
    before = time.monotonic()
    with pytest.raises(InputError, match=r"not complete within 0\.3 s"):
        fetch(web.url("/a"), FetchLimits(seconds=0.3))
    assert time.monotonic() - before < 2


def test_a_huge_body_is_given_up_on(web: Web) -> None:
    url = web.serve("/a", b"x" * 200_000)
    with pytest.raises(InputError, match="longer than 100,000 bytes"):
        fetch(url, FetchLimits(bytes=100_000))


def test_a_body_that_unpacks_to_much_is_given_up_on(web: Web) -> None:
    packed = gzip.compress(b"x" * 1_000_000)

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Encoding", "gzip")
        request.end_headers()
        request.wfile.write(packed)

    web.answers["/a"] = answer
    with pytest.raises(InputError, match="longer than 100,000 bytes"):
        fetch(web.url("/a"), FetchLimits(bytes=100_000))


def test_a_broken_packing_is_refused(web: Web) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Encoding", "gzip")
        request.end_headers()
        request.wfile.write(b"this was never packed")

    web.answers["/a"] = answer
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch(web.url("/a"), _LIMITS)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http:///x", "http://[::1", "http://a b/", "http://127.0.0.1:x/"]
)
def test_an_address_that_leads_nowhere_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        fetch(url, _LIMITS)


def test_a_redirect_to_nonsense_is_refused(web: Web) -> None:
    with pytest.raises(InputError):
        fetch(web.redirect("/a", "http://[::1"), _LIMITS)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0"])
def test_a_service_does_not_fetch_from_its_own_machine(web: Web, host: str) -> None:
    web.serve("/a", b"secret")
    with pytest.raises(InputError, match="is not on the public internet"):
        fetch(web.url("/a", host), FetchLimits(public_only=True))
    assert web.seen == []


def test_a_service_connects_to_the_address_that_was_checked(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second look-up of a name that changes would lead elsewhere; so there is none."""
    web.serve("/a", b"x")
    monkeypatch.setattr("ingest.web.is_public", lambda _: True)
    asked = []
    import socket

    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **kwargs: object) -> object:
        asked.append(str(host))
        return real("127.0.0.1" if host == "news.example" else host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert fetch(web.url("/a", "news.example"), FetchLimits(public_only=True)).body == b"x"
    assert asked.count("news.example") == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - refused, not bound
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses_are_told_from_private_ones(address: str, public: bool) -> None:
    assert is_public(address) is public
