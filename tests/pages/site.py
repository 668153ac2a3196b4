"""A small web server on the own machine, for tests of fetching."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = "<!doctype html><title>Ferry halted</title><p>The ferry to Rosala was halted on Monday, the harbour said.</p>"
BOMB = 64 * 1024 * 1024


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = getattr(self, "page_" + self.path.strip("/").split("?")[0].replace("-", "_"), None)
        if answer is None:
            self._send(404, b"nothing here", "text/html")
        else:
            answer()

    def _send(self, status: int, data: bytes, kind: str | None, **headers: str) -> None:
        self.send_response(status)
        if kind is not None:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def page_story(self) -> None:
        self._send(200, STORY.encode(), "text/html; charset=utf-8")

    def page_plain(self) -> None:
        self._send(200, b"The ferry was halted.", "text/plain")

    def page_nameless(self) -> None:
        self._send(200, STORY.encode(), None)

    def page_moved(self) -> None:
        self._send(302, b"", None, Location="/story")

    def page_loop(self) -> None:
        self._send(302, b"", None, Location="/loop")

    def page_to_file(self) -> None:
        self._send(302, b"", None, Location="file:///etc/hostname")

    def page_to_inside(self) -> None:
        self._send(302, b"", None, Location="http://169.254.169.254/latest/meta-data/")

    def page_picture(self) -> None:
        self._send(200, b"\x89PNG", "image/png")

    def page_busy(self) -> None:
        self._send(503, b"", "text/html", Retry_After="120")

    def page_broken(self) -> None:
        self._send(500, b"", "text/html")

    def page_gone(self) -> None:
        self._send(410, b"", "text/html")

    def page_large(self) -> None:
        self._send(200, b"<p>" + b"a " * 40_000, "text/html")

    def page_packed(self) -> None:
        self._send(200, gzip.compress(STORY.encode()), "text/html", Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self._send(200, gzip.compress(b"\0" * BOMB), "text/html", Content_Encoding="gzip")

    def page_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"<p>")
                self.wfile.flush()
                threading.Event().wait(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def running() -> Iterator[str]:
    """The address of a server that runs until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
