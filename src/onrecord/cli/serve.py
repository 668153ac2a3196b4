"""`onrecord serve`: the reading room."""

from ipaddress import ip_address
from typing import Annotated

import typer

from onrecord.cli.options import StoreFile

Host = Annotated[
    str,
    typer.Option("--host", metavar="HOST", help="The address to listen on. Others than 127.0.0.1 open it to others."),
]
Port = Annotated[
    int,
    typer.Option("--port", metavar="PORT", min=0, max=65535, help="The port to listen on; 0 takes a free one."),
]


def serve(host: Host = "127.0.0.1", port: Port = 8017, store: StoreFile = None) -> int:
    """Open the reading room: what is kept, in a browser, each statement beside its words. Ctrl-C closes it.

    [bold]Examples[/bold]

    onrecord serve

    onrecord serve --port 9000 --store election.sqlite
    """
    from onrecord import settings
    from onrecord.cli import output
    from onrecord.web import app, server

    path = settings.load(store=store).store_path
    opened = server.listen(host, port)
    if not _is_loopback(host):
        output.error(f"warning: {host} can be reached from other machines, and the reading room asks for no password")
    typer.echo(f"The reading room: {server.address_of(opened)}  (Ctrl-C closes it)")
    server.run(app.create(path, host), opened)
    return 0


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
