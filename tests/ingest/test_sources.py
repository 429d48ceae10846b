from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.record import Article
from ingest.articles import article_id
from ingest.sources import Item, ReadArticle, ReadRecord, Refused, SourceSettings, read_sources
from tests.ingest.conftest import Web
from tests.ingest.test_pages import PAGE

_TEXT = "Foreign Minister Sergey Lavrov met his counterpart Amir Khan Muttaqi in Moscow on Friday."
_RECORD = {
    "article": {"id": "r", "text": _TEXT, "language": "en", "published": "2024-10-04"},
    "entities": [{"id": "rus", "type": "state", "name": "Russia", "iso3": "RUS"}],
    "facts": [],
}


def _read(*paths: str | Path, stdin: bytes = b"", **options: object) -> list[Item]:
    return list(read_sources(paths, SourceSettings(**options), io.BytesIO(stdin)))  # type: ignore[arg-type]


def _article(item: Item) -> Article:
    assert isinstance(item, ReadArticle), item
    return item.article


def _only(items: list[Item]) -> Article:
    (item,) = items
    return _article(item)


def _refused(items: list[Item]) -> tuple[str, str]:
    (item,) = items
    assert isinstance(item, Refused), item
    return item.kind, item.reason


def test_a_text_file_is_one_article_without_title_or_date(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTalks in Moscow\r\n" + _TEXT.encode())
    article = _only(_read(path))
    assert article.text == f"Talks in Moscow\n{_TEXT}"
    assert (article.title, article.publisher, article.published, article.language) == (None, None, None, "en")


def test_a_page_is_read_by_its_main_text(tmp_path: Path) -> None:
    path = tmp_path / "a.HTML"
    path.write_text(PAGE, encoding="utf-16")
    assert _only(_read(path)).publisher == "The Daily Gazette"


@pytest.mark.parametrize(
    "raw", [{"id": "x", "text": _TEXT}, {"article": {"id": "x", "text": _TEXT}, "facts": 3, "a": 1}]
)
def test_a_json_article_may_stand_alone_or_under_a_key(tmp_path: Path, raw: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(raw))
    article = _only(_read(path))
    assert (article.id, article.text) == ("x", _TEXT)


def test_a_record_is_taken_as_it_stands_or_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(_RECORD))
    (item,) = _read(path)
    assert isinstance(item, ReadRecord)
    assert item.record.article.id == "r"
    assert _only(_read(path, read=True)).id == "r"


def test_a_record_without_an_article_id_is_known_by_its_text(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(_RECORD | {"article": {"text": f"\ufeff{_TEXT}", "language": "en"}}))
    (item,) = _read(path)
    assert isinstance(item, ReadRecord)
    assert item.record.article.id == article_id(_TEXT)


def test_a_record_with_a_wrong_field_is_refused_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    fact = {"type": "recognition", "from": "rus", "to": "taliban", "status": "recognized", "date": None}
    path.write_text(json.dumps(_RECORD | {"facts": [fact | {"evidence": [[0, 9999]]}]}))
    kind, reason = _refused(_read(path))
    assert kind == "failed"
    assert "facts[0]" in reason


def test_a_list_in_a_file_is_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"id": "1", "text": _TEXT}, 7, _RECORD]))
    first, second, third = _read(path)
    assert _article(first).id == "1"
    assert second == Refused(f"{path}[1]", "an article must be a JSON object, not a number")
    assert isinstance(third, ReadRecord)


def test_a_broken_line_is_named_and_the_other_999_are_read(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": _TEXT}) for number in range(1000)]
    lines[500] = lines[500][:-7]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines) + "\n\n")
    items = _read(path)
    assert sum(isinstance(item, ReadArticle) for item in items) == 999
    (refused,) = [item for item in items if isinstance(item, Refused)]
    assert (refused.source, refused.kind) == (f"{path}:501", "failed")
    assert refused.reason.startswith("broken JSON: ")


def test_json_lines_may_be_packed_or_in_utf_16(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": name, "text": _TEXT}) + "\n" for name in "ab")
    packed, wide = tmp_path / "a.jsonl.gz", tmp_path / "a.jsonl"
    packed.write_bytes(gzip.compress(lines.encode()))
    wide.write_text(lines, encoding="utf-16")
    assert [_article(item).id for item in _read(packed, wide)] == ["a", "b", "a", "b"]


def test_a_packing_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = "".join(json.dumps({"id": str(n), "text": f"{n} {_TEXT}"}) + "\n" for n in range(5000))
    path.write_bytes(gzip.compress(lines.encode())[:-200])
    *items, last = _read(path)
    assert isinstance(last, Refused)
    assert isinstance(items[0], ReadArticle)


def test_a_folder_is_read_in_order_without_hidden_or_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/d.txt", "notes.md", "c.TXT"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} {_TEXT}")
    read = [Path(item.source).relative_to(tmp_path).as_posix() for item in _read(tmp_path)]
    assert read == ["a/b/c.txt", "a/z.txt", "b.txt", "c.TXT"]


def test_inputs_come_out_in_the_order_given(tmp_path: Path) -> None:
    for name in ("1", "2", "3"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "text": _TEXT}))
    paths = [tmp_path / f"{name}.json" for name in "312"]
    assert [_article(item).id for item in _read(*paths)] == ["3", "1", "2"]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (_TEXT.encode(), 1),
        (b"[Photo: the ministers] " + _TEXT.encode(), 1),
        (PAGE.encode(), 1),
        (json.dumps({"text": _TEXT}).encode(), 1),
        (json.dumps({"text": _TEXT}, indent=2).encode(), 1),
        (json.dumps([{"text": _TEXT}, {"text": _TEXT}]).encode(), 2),
        (b"".join(json.dumps({"text": _TEXT}).encode() + b"\n" for _ in range(3)), 3),
        (b"\xef\xbb\xbf" + json.dumps({"text": _TEXT}).encode() + b"\n", 1),
    ],
)
def test_standard_input_is_told_by_its_look(data: bytes, count: int) -> None:
    items = _read("-", stdin=data)
    assert ["Lavrov" in _article(item).text for item in items] == [True] * count


def test_a_broken_first_line_on_standard_input_costs_that_line_alone() -> None:
    broken, sound = _read("-", stdin=b'{"text": "cut\n' + json.dumps({"text": _TEXT}).encode())
    assert isinstance(broken, Refused)
    assert broken.source == "standard input:1"
    assert _article(sound).text == _TEXT


def test_a_file_without_a_telling_name_is_told_by_its_look(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(_TEXT)
    assert _only(_read(path)).text == _TEXT


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.json", b"", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", json.dumps({"text": ""}).encode(), "empty"),
        ("a.html", b"<html></html>", "no main text found in the page"),
        ("a.txt", b"word " * 300_000, "too long: 1,500,000 characters, and 1,000,000 are the limit"),
        (
            "a.txt",
            "Сегодня в Москве прошла встреча министров.".encode(),
            "not English: its language looks like ru",
        ),
        (
            "a.json",
            json.dumps({"text": _TEXT, "language": "fr"}).encode(),
            "not English: its language is given as fr",
        ),
    ],
)
def test_what_this_reader_does_not_read_is_skipped_by_name(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert _refused(_read(tmp_path / name)) == ("skipped", reason)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"\x7fELF\x00\x01", "binary data, not text"),
        ("a.pdf", b"%PDF-1.4 x", "a PDF, not text; hand over its text or HTML"),
        ("a.json", b'{"text": "cut', "broken JSON: Unterminated string starting at at column 10"),
        ("a.json", b"[" * 100_000, "broken JSON: nested too deeply or a number too long"),
        ("a.json", b'{"title": "no text"}', "article.text is missing"),
        (
            "a.json",
            b'{"article": {"text": "\\ud800"}, "entities": [], "facts": []}',
            "article.text: holds half a character",
        ),
        ("a.json", b'{"text": "x", "published": "yesterday"}', "article.published must be a day such as"),
        ("a.jsonl.gz", b"never packed", "cannot be read"),
    ],
)
def test_bad_input_fails_by_name(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    kind, found = _refused(_read(tmp_path / name))
    assert kind == "failed"
    assert found.startswith(reason)


def test_a_file_larger_than_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x" * 101)
    kind, reason = _refused(_read(tmp_path / "a.html", largest=100))
    assert (kind, reason) == ("failed", "larger than 100 bytes; many articles go into one .jsonl file")


@pytest.mark.parametrize("path", ["no/such/file.txt", "a\x00b", "x" * 5000])
def test_a_missing_file_is_refused(path: str) -> None:
    assert _read(path) == [Refused(path, "there is no such file or folder")]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(_TEXT)
    kind, reason = _refused(_read(tmp_path))
    assert kind == "failed"
    assert reason.startswith("the folder holds no articles (.txt, ")


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_TEXT)

    def deny(self: Path, *args: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", deny)
    assert _refused(_read(path)) == ("failed", "cannot be read: Permission denied")


def test_a_page_on_the_web_is_read_and_keeps_its_address(web: Web) -> None:
    url = web.serve("/moscow", PAGE.encode())
    article = _only(_read(web.redirect("/old", "/moscow")))
    assert (article.url, article.publisher, article.published) == (url, "The Daily Gazette", "2024-10-04")


@pytest.mark.parametrize(
    ("content_type", "body", "count"),
    [
        ("text/plain; charset=windows-1252", _TEXT.encode(), 1),
        ("application/json", json.dumps([{"text": _TEXT}, {"text": _TEXT}]).encode(), 2),
        ("application/x-ndjson", json.dumps({"text": _TEXT}).encode() + b"\n", 1),
        (None, PAGE.encode(), 1),
    ],
)
def test_other_formats_on_the_web_are_read(
    web: Web, content_type: str | None, body: bytes, count: int
) -> None:
    items = _read(web.serve("/a", body, content_type))
    assert ["Lavrov" in _article(item).text for item in items] == [True] * count


def test_a_url_that_fails_is_refused_and_the_rest_goes_on(web: Web, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXT)
    image = web.serve("/a", b"\x89PNG", "image/png")
    missing, picture, wrong, sound = _read(web.url("/no"), image, "ftp://127.0.0.1/a", tmp_path / "a.txt")
    assert missing == Refused(web.url("/no"), "the server answers 404 Not Found")
    assert picture == Refused(image, "the server sends image/png; HTML, plain text and JSON are read")
    assert wrong == Refused(
        "ftp://127.0.0.1/a", "only http and https addresses are fetched, not ftp://127.0.0.1/a"
    )
    assert _article(sound).text == _TEXT


_SNIPPETS = st.sampled_from(
    [b"\xff\xfe", b"\xef\xbb\xbf", b"{", b'{"text": "', b"[", b"<html>", b"<p>", b"\n", b'"}']
)
_BYTES = st.lists(st.one_of(_SNIPPETS, st.binary(max_size=20)), max_size=12).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_BYTES, st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.jsonl.gz", "a.bin"]))
def test_any_bytes_in_any_file_give_items_and_no_error(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    items = _read(path, "-", stdin=data)
    assert items
    for item in items:
        if isinstance(item, ReadArticle):
            item.article.text.encode()
        elif isinstance(item, Refused):
            assert item.reason
            assert "\n" not in item.reason
