"""The command that serves the graph over REST."""

from __future__ import annotations

import gc
import signal
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.common import Graph, open_graph, reference_of
from api.console import say
from graph.errors import SettingError

if TYPE_CHECKING:
    from fastapi import FastAPI


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(
    context: typer.Context,
    graph: Graph = None,
    host: Annotated[
        str | None, typer.Option("--host", help="Where to listen; loopback unless told otherwise.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="On which port; 0 for any free one.")] = None,
) -> None:
    """Serve the graph over REST, under /v1, until stopped."""
    settings = context.obj.settings
    if settings.lexicon:
        reference_of(context)
    with (
        _listening(host or settings.host, settings.port if port is None else port) as listener,
        open_graph(context, graph, create=True) as store,
    ):
        from api.app import create_app

        app = create_app(store, settings)
        signal.signal(signal.SIGTERM, _stop)
        say(f"serving {context.obj.where(graph)} on {_address(listener)}/docs")
        # What stands by now stays: looking through it for garbage would delay one answer in twenty by 60 ms.
        gc.collect()
        gc.freeze()
        _run(app, listener)


def _run(app: FastAPI, listener: socket.socket) -> None:
    import uvicorn

    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listener])


def _listening(host: str, port: int) -> socket.socket:
    """The socket, on which requests wait from now on. Raises SettingError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SettingError(f"{host}:{port}: cannot listen there: {reason}: choose another --port") from error
    # Else an answer that takes two packets waits 40 ms for the first one's receipt; connections inherit this.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _stop(_signal: int, _frame: object) -> None:
    """A service that is told to end closes the graph first; the server raises the signal again when it is done."""
    raise typer.Exit(0)
