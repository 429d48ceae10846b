"""The command that serves the graph over REST."""

from __future__ import annotations

import gc
from typing import Annotated

import typer

from api.commands.common import Graph, open_graph
from api.console import say


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
    import uvicorn

    from api.app import create_app

    settings = context.obj.settings
    listen, on = host or settings.host, settings.port if port is None else port
    with open_graph(context, graph, create=True) as store:
        say(f"serving {context.obj.where(graph)} on http://{listen}:{on}/docs")
        app = create_app(store, settings)
        # What stands by now stays: looking through it for garbage would delay one answer in twenty by 60 ms.
        gc.collect()
        gc.freeze()
        uvicorn.run(app, host=listen, port=on, log_level="warning")
