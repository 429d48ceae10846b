"""Fetching an article from the web, with limits on time, size, redirects and, if asked, addresses."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    import httpx

_AGENT = "communique (reads news articles; one request a page)"
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ACCEPT = "text/html,application/xhtml+xml,text/plain,application/json,application/x-ndjson;q=0.9"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What a fetch may cost: seconds in all, bytes of the body as unpacked, redirects.

    `public_only` refuses addresses of this machine and of private networks; a service that fetches what a
    client names sets it, a person at the command line may read from an intranet.
    """

    seconds: float = 20.0
    bytes: int = 10_000_000
    redirects: int = 5
    public_only: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body and what the server said of it; `url` is where the redirects ended."""

    url: str
    content_type: str
    charset: str | None
    body: bytes


def fetch(url: str, limits: FetchLimits) -> Fetched:
    """The body at a URL. Raises InputError, which names what failed but not the URL, if the limits do not
    allow it.
    """
    import httpx

    deadline = time.monotonic() + limits.seconds
    try:
        with httpx.Client(trust_env=not limits.public_only) as client:
            return _follow(client, httpx.URL(url), limits, deadline)
    except httpx.TimeoutException as error:
        raise InputError(f"no answer within {limits.seconds:g} s") from error
    except httpx.InvalidURL as error:
        raise InputError(f"not a valid URL: {error}") from error
    except httpx.HTTPError as error:
        raise InputError(f"cannot be fetched: {error or type(error).__name__}") from error


def _follow(client: httpx.Client, url: httpx.URL, limits: FetchLimits, deadline: float) -> Fetched:
    seen: set[str] = set()
    for _ in range(limits.redirects + 1):
        if str(url) in seen:
            raise InputError(f"redirects in a circle, by way of {url}")
        seen.add(str(url))
        answer = _get(client, url, limits, deadline)
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise InputError(f"redirects more than {limits.redirects} times")


def _get(client: httpx.Client, url: httpx.URL, limits: FetchLimits, deadline: float) -> Fetched | httpx.URL:
    """The body at this URL, or the URL that it redirects to."""
    if url.scheme not in {"http", "https"} or not url.host:
        raise InputError(f"only http and https addresses are fetched, not {url}")
    response = client.send(_request(client, url, limits, deadline), stream=True)
    with closing(response):
        if response.is_redirect:
            return url.join(response.headers["location"])
        if response.status_code != 200:
            raise InputError(f"the server answers {response.status_code} {response.reason_phrase}".rstrip())
        body = b"".join(_bounded(response, limits, deadline))
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(str(url), content_type, (response.charset_encoding or "").lower() or None, body)


def _bounded(response: httpx.Response, limits: FetchLimits, deadline: float) -> Iterator[bytes]:
    """Yield the body's pieces until the size or the time runs out, however slowly they drip."""
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > limits.bytes:
            raise InputError(f"longer than {limits.bytes:,} bytes")
        if time.monotonic() > deadline:
            raise InputError(f"not complete within {limits.seconds:g} s")
        yield piece


def _request(client: httpx.Client, url: httpx.URL, limits: FetchLimits, deadline: float) -> httpx.Request:
    headers = {"User-Agent": _AGENT, "Accept": _ACCEPT}
    left = max(deadline - time.monotonic(), 0.01)
    if not limits.public_only:
        return client.build_request("GET", url, headers=headers, timeout=left)
    # The connection goes to the very address that was checked: a second look-up could give another one.
    return client.build_request(
        "GET",
        url.copy_with(host=_public_address(url)),
        headers=headers | {"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.host},
        timeout=left,
    )


def _public_address(url: httpx.URL) -> str:
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {url.host} is not known") from error
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not all(is_public(address) for address in addresses):
        raise InputError(f"the host {url.host} is not on the public internet")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it is IPv4 dressed up as IPv6."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast
