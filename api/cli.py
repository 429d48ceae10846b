"""The command line: `communique COMMAND …`. What a command needs is imported when it runs, so that help is quick."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer

from api.commands import asking, keeping, reading, scoring, serving
from api.commands.common import Context
from api.console import say
from api.settings import read_settings
from graph.errors import CommuniqueError

GraphOption = Annotated[
    str | None, typer.Option("--graph", help="A folder, or neo4j:// or bolt://. Before or after the command.")
]

app = typer.Typer(
    name="communique",
    help="A knowledge graph of diplomatic actors, read from the news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _settings(context: typer.Context, graph: GraphOption = None) -> None:
    context.obj = Context(read_settings(), graph)


for commands in (reading, asking, keeping, scoring, serving):
    commands.register(app)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status is 0 done, 1 something was refused or failed, 2 wrong usage."""
    try:
        status: Any = app(arguments, standalone_mode=False)
    except CommuniqueError as error:
        say(f"communique: {error}")
        return 1
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        say("communique: stopped")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except typer.TyperException as error:
        say(_usage(error))
        return error.exit_code
    return status if isinstance(status, int) else 0


def _usage(error: typer.TyperException) -> str:
    """What is wrong with a command line, in one line with where to read on; the help itself where nothing was asked."""
    message = error.format_message()
    if "\n" in message or not message:
        return message
    path = getattr(getattr(error, "ctx", None), "command_path", "communique")
    return f"communique: {message.rstrip('.')}: see `{path} --help`"
