"""What commands share: where the graph is, and opening it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from api.settings import Settings, confidence
from graph.errors import SettingError

if TYPE_CHECKING:
    from graph.reference import Reference
    from graph.store import Store

Graph = Annotated[str | None, typer.Option("--graph", help="A folder, or neo4j:// or bolt://.")]
Lexicon = Annotated[
    str | None, typer.Option("--lexicon", help="A YAML file of states, bodies and words beside ours.")
]
MinConfidence = Annotated[
    str | None, typer.Option("--min-confidence", help="Leave out facts that are less sure: 0 to 1.")
]
AsJson = Annotated[bool, typer.Option("--json", help="For machines.")]


@dataclass(frozen=True, slots=True)
class Context:
    """The settings, and the graph that was named before the command."""

    settings: Settings
    graph: str | None = None

    def where(self, graph: str | None) -> str:
        """The graph that a command uses: named after it, before it, or in the settings."""
        return graph or self.graph or self.settings.graph


def least_of(context: typer.Context, min_confidence: str | None) -> float:
    """How sure a fact must be: as the option says, or else the settings. Raises BadParameter."""
    settings: Settings = context.obj.settings
    if min_confidence is None:
        return settings.min_confidence
    try:
        return confidence(min_confidence, "--min-confidence")
    except SettingError as error:
        raise typer.BadParameter(str(error)) from error


def open_graph(context: typer.Context, graph: str | None, *, create: bool = False) -> Store:
    """The graph of a command. Raises GraphError."""
    from graph.store import open_store

    asked: Context = context.obj
    settings = asked.settings
    return open_store(asked.where(graph), create=create, user=settings.user, password=settings.password)


def reference_of(context: typer.Context, lexicon: str | None = None) -> Reference:
    """The states and bodies that a command knows: ours, and those of a user's own file, whose words it reads with too.

    Raises SettingError with the file and the key that is wrong.
    """
    from graph.reference import Reference

    own = lexicon or context.obj.settings.lexicon
    if own is not None:
        from ingest.lexicon import use_words_of

        use_words_of(own)
    return Reference.load(own)
