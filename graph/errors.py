"""The errors that communique raises on purpose; each message is one clear line for a person.

CommuniqueError
├── InputError          one input cannot be used: a file, a URL, an article
│   └── RecordError     a record breaks the contract; the message names the path of the field
├── SettingError        a setting or an argument makes no sense
├── GraphError          the graph cannot be used as it is
│   ├── GraphNotFound   no graph in that folder, or no server at that address
│   ├── GraphRefused    the server refuses the user or the password
│   ├── GraphBusy       another process holds the folder and does not answer
│   └── GraphFull       the disk or the store takes no more
└── LookupFailed        a question names something
    ├── UnknownItem     that is not in the graph
    └── AmbiguousItem   that fits several nodes; `candidates` holds them
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """Something was refused or failed; the message says what and what to do."""


class InputError(CommuniqueError):
    """One input cannot be used; the message names it."""


class RecordError(InputError):
    """A record breaks the contract; the message names the record and the path of the field."""


class SettingError(CommuniqueError):
    """A setting or an argument makes no sense."""


class GraphError(CommuniqueError):
    """The graph cannot be used as it is."""


class GraphNotFound(GraphError):
    """No graph stands in that folder, or no server answers at that address."""


class GraphRefused(GraphError):
    """The server refuses the user or the password."""


class GraphBusy(GraphError):
    """Another process holds the folder and does not answer."""


class GraphFull(GraphError):
    """The disk or the store takes no more."""


class LookupFailed(CommuniqueError):
    """A question names something that cannot be told apart or found."""


class UnknownItem(LookupFailed):
    """Nothing in the graph has that id or name."""


class AmbiguousItem(LookupFailed):
    """Several nodes fit the name; `candidates` holds their (id, name) pairs, best first."""

    def __init__(self, message: str, candidates: tuple[tuple[str, str], ...]) -> None:
        super().__init__(message)
        self.candidates = candidates
