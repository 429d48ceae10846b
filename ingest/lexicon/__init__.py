"""The vocabulary of reading: word lists as data files, read once, with a user's own words added to them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from graph.entries import WORDS, read_own, read_yaml
from graph.errors import SettingError


class _Own:
    """The words of a user's own file, and where they come from."""

    source = ""
    words: dict[str, Any] = {}  # noqa: RUF012 - replaced as a whole, never changed


def use_words_of(path: str) -> None:
    """From now on each list has the words of a user's own file too: call it before the first list is read.

    Raises SettingError with the file and the key that is wrong.
    """
    words = read_own(path).get(WORDS) or {}
    if (_Own.source, _Own.words) == (path, words):
        return
    added = _checked(words, path)
    if added and read_lexicon.cache_info().currsize:
        raise SettingError(f"{path}: {WORDS}: the reader already runs with other words")
    _Own.source, _Own.words = path, added


@cache
def read_lexicon(name: str) -> Any:
    """The data of `NAME.yaml` in this folder, as plain lists and mappings, with a user's own words."""
    data = _shipped(name)
    return _joined(data, _Own.words[name], f"{_Own.source}: {WORDS}.{name}") if name in _Own.words else data


def _checked(words: Any, path: str) -> dict[str, Any]:
    """The words, if every key of theirs is one of ours and every value of its type."""
    if not isinstance(words, dict):
        raise SettingError(f"{path}: {WORDS}: no mapping of our files to words")
    names = sorted(
        file.name.removesuffix(".yaml") for file in files(__name__).iterdir() if file.name[-5:] == ".yaml"
    )
    for name, added in words.items():
        if name not in names:
            raise SettingError(f"{path}: {WORDS}.{name}: no such file of words: {', '.join(names)} are")
        _joined(_shipped(name), added, f"{path}: {WORDS}.{name}")
    return words


def _joined(ours: Any, added: Any, where: str) -> Any:
    """Our words and the added ones: lists one after the other, mappings key by key.

    A mapping of lists has the keys that it has; one of words to words takes new ones.
    """
    if not isinstance(added, type(ours)):
        raise SettingError(f"{where}: {added!r} is no {_kind(ours)}")
    if isinstance(ours, list):
        for word in added:
            if not isinstance(word, str):
                raise SettingError(f"{where}: {word!r} is no word")
        return [*ours, *(word for word in added if word not in ours)]
    return {**ours, **{key: _value(ours, key, value, f"{where}.{key}") for key, value in added.items()}}


def _value(ours: dict[str, Any], key: Any, value: Any, where: str) -> Any:
    if isinstance(ours.get(key), list | dict):
        return _joined(ours[key], value, where)
    kinds = {type(one) for one in ours.values()}
    if key not in ours and kinds & {list, dict} and kinds != {list, str}:
        raise SettingError(f"{where}: no such key: {', '.join(map(str, ours))} are")
    if type(value) not in kinds or not isinstance(key, str):
        raise SettingError(f"{where}: {value!r} is no {_kind(next(iter(ours.values())))}")
    return value


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "mapping"
    return "list of words" if isinstance(value, list) else "word"


def _shipped(name: str) -> Any:
    return read_yaml(files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
