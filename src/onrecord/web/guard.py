"""What stands before the reading room: whom it answers, and the headers that every answer carries."""

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Answers only to the names under which the room was opened, so that no web page can reach it.

    A page of somebody else's may point its own name at this machine (DNS rebinding); the name then
    stands in the Host header. With `any_address` numbers are answered to, whichever they are: a number
    is nobody's name.
    """

    def __init__(self, app: ASGIApp, *, names: frozenset[str], any_address: bool = False) -> None:
        self.app = app
        self.names = names
        self.any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI 3."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not self.knows(Headers(scope=scope).get("host", "")):
            answer = PlainTextResponse("This is not a name of the reading room.\n", status_code=421)
            await answer(scope, receive, _with_headers(send))
            return
        await self.app(scope, receive, _with_headers(send))

    def knows(self, host: str) -> bool:
        """Whether a Host header names this room, whatever its port."""
        name = name_of(host)
        return name in self.names or (self.any_address and _is_number(name))


def name_of(host: str) -> str:
    """The name in a Host header, lower case, without port and brackets; empty where it is not one."""
    if host.startswith("["):
        name, bracket, port = host[1:].partition("]")
        well_formed = bool(bracket) and (not port or (port[0] == ":" and port[1:].isdecimal()))
    else:
        name, colon, port = host.partition(":")
        well_formed = not colon or port.isdecimal()
    return name.lower() if well_formed else ""


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
