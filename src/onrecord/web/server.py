"""Opens a port and lets readers in until somebody stops it."""

import errno
import socket

import uvicorn
from starlette.types import ASGIApp

from onrecord.errors import OnrecordError

WAITING = 128
PATIENCE = 2


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one. Raises OnrecordError in one line."""
    host = host.strip("[]")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise OnrecordError(f"{host}: no such address; give one of this machine with --host") from error
    family, kind, protocol, _, address = found[0]
    opened = socket.socket(family, kind, protocol)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(WAITING)
    except OSError as error:
        opened.close()
        raise OnrecordError(f"{host}:{port}: {_explain(error)}") from error
    return opened


def _explain(error: OSError) -> str:
    return {
        errno.EADDRINUSE: "the port is taken; give another with --port, or 0 for a free one",
        errno.EACCES: "this port is not for everybody; give one above 1023 with --port",
        errno.EADDRNOTAVAIL: "not an address of this machine; give one that is with --host",
    }.get(error.errno or 0, f"cannot be opened: {error.strerror}")


def address_of(opened: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = opened.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:  # noqa: S104  told, not opened, here
        host = "localhost"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def made(app: ASGIApp) -> uvicorn.Server:
    """A server that says nothing of itself and waits no longer than PATIENCE seconds for the last readers."""
    config = uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_level="error",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
        ws="none",
    )
    return uvicorn.Server(config)


def run(app: ASGIApp, opened: socket.socket) -> None:
    """Serves until interrupted (Ctrl-C), which is a quiet end."""
    try:
        made(app).run(sockets=[opened])
    except KeyboardInterrupt:
        return
    finally:
        opened.close()
