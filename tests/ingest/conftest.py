"""What tests of reading share: a reader, and a web server on loopback whose paths answer as their functions say."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.record import Article, Record
from ingest.pipeline import Reader, Reading

Answer = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """A server whose `answers` map paths to what is sent back; `url(path)` is the address of one."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.answers: dict[str, Answer] = {}
        self.seen: list[str] = []
        self._port = server.server_address[1]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self._port}{path}"

    def serve(self, path: str, body: bytes, content_type: str | None = "text/html", status: int = 200) -> str:
        """Answer `path` with a body, and return its URL."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            if content_type is not None:
                request.send_header("Content-Type", content_type)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)

    def redirect(self, path: str, target: str) -> str:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(302)
            request.send_header("Location", target)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.answers[path] = answer
        return self.url(path)


@pytest.fixture
def web() -> Iterator[Web]:
    class Request(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page.seen.append(self.path)
            answer = page.answers.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Tests say nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
    server.daemon_threads = True
    page = Web(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield page
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests: its model loads once."""
    return Reader()


@pytest.fixture
def read_all(reader: Reader) -> Callable[..., Reading]:
    """Reads a text published on a day, with what was skipped."""

    def read(text: str, published: str | None = "2025-10-03", title: str | None = None) -> Reading:
        return reader.read(Article("article", text, title=title, published=published))

    return read


@pytest.fixture
def read(read_all: Callable[..., Reading]) -> Callable[..., Record]:
    """Reads a text published on a day into its record."""

    def record(*args: str | None, **kwargs: str | None) -> Record:
        return read_all(*args, **kwargs).record

    return record
