"""The bundled examples, read from ``resources/examples``.

``index.json`` holds the menu entries in order, and ``NAME.json`` the data of an example with their source. So the menu
needs one small file at start-up. A translation is another index: ``index.ko.json`` holds the menu entries in Korean,
short names, and the translated names of the categories in the order of the data.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path
from klscope.files.weights_text import WeightError, parse_weight
from klscope.model.comparison import Comparison

INDEX = "index.json"


@dataclass(frozen=True)
class ExampleEntry:
    """The menu entry of an example.

    Attributes
    ----------
    name
        The name for the command line and `load`: "fair-die".
    title
        The menu text.
    reason
        A sentence on what the example shows.
    group
        The heading of its section in the menu.
    called
        A short name; in English equal to ``name``.
    labels
        The translated names of its categories; empty if they are those of the data.
    """

    name: str
    title: str
    reason: str
    group: str
    called: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Example(ExampleEntry):
    """An example with its data, and the citation of published data."""

    source: str | None
    comparison: Comparison


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ValueError(f"{path.name}: there is no such file, but {INDEX} names it") from error
    except ValueError as error:
        raise ValueError(f"{path.name}: not a JSON text: {error}") from error


def _field(record: Any, key: str, kinds: tuple[type, ...], where: str) -> Any:
    if not isinstance(record, dict):
        raise ValueError(f"{where}: an object is needed, this is {type(record).__name__}")
    if key not in record:
        raise ValueError(f"{where}: {key} is missing")
    value = record[key]
    if not isinstance(value, kinds) or value == "":
        wanted = " or ".join("null" if kind is type(None) else kind.__name__ for kind in kinds)
        raise ValueError(f"{where}: {key} is {value!r}; {wanted} is needed")
    return value


def _weight(value: Any, where: str) -> float:
    # bool is a subclass of int, but not a weight
    if not isinstance(value, (int, float, str)) or isinstance(value, bool):
        raise ValueError(f"{where} is {value!r}; a number, or a fraction in quotes, is needed")
    try:
        return parse_weight(value) if isinstance(value, str) else float(value)
    except (WeightError, OverflowError) as error:
        raise ValueError(f"{where}: {error}") from error


def index_of(language: str) -> str:
    """Return the file name of the index in a language."""
    return INDEX if language == ENGLISH else f"index.{language}.json"


def read_catalogue(folder: Path, language: str = ENGLISH) -> tuple[ExampleEntry, ...]:
    """Return the entries of a language's index in ``folder``, in menu order.

    Raises
    ------
    ValueError
        An entry is invalid; the message names it and the field.
    """
    index = index_of(language)
    records = _parsed(folder / index)
    if not isinstance(records, list):
        raise ValueError(f"{index}: a list is needed, this is {type(records).__name__}")
    entries: dict[str, ExampleEntry] = {}
    for number, record in enumerate(records, start=1):
        where = f"{index}: entry {number}"
        name, title, reason, group = (
            _field(record, key, (str,), where) for key in ("name", "title", "reason", "group")
        )
        if name in entries:
            raise ValueError(f"{where}: name {name!r} is there already")
        called = name if language == ENGLISH else _field(record, "called", (str,), where)
        labels = _field({"labels": [], **record}, "labels", (list,), where)
        entries[name] = ExampleEntry(name, title, reason, group, called, tuple(map(str, labels)))
    return tuple(entries.values())


def read_example(folder: Path, entry: ExampleEntry) -> Example:
    """Return the example of an entry, with its data from ``folder``.

    Raises
    ------
    ValueError
        The file is invalid; the message names it and the field.
    """
    path = folder / f"{entry.name}.json"
    record = _parsed(path)
    source = _field(record, "source", (str, type(None)), path.name)
    labels, p_values, q_values = (_field(record, key, (list,), path.name) for key in ("labels", "p", "q"))
    p, q = (
        [_weight(value, f"{path.name}: {key}[{index}]") for index, value in enumerate(values)]
        for key, values in (("p", p_values), ("q", q_values))
    )
    labels = list(entry.labels) or labels
    for index, label in enumerate(labels):
        if not isinstance(label, str):
            raise ValueError(f"{path.name}: labels[{index}] is {label!r}; str is needed")
    try:
        comparison = Comparison.from_weights(labels, p, q, origin=entry.name)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    shown = (entry.name, entry.title, entry.reason, entry.group, entry.called, entry.labels)
    return Example(*shown, source, comparison)


@cache
def catalogue(language: str = ENGLISH) -> tuple[ExampleEntry, ...]:
    """Return the entries of all examples, in menu order; in English if the language has no index."""
    folder = resource_path("examples")
    return read_catalogue(folder, language if (folder / index_of(language)).is_file() else ENGLISH)


def names() -> tuple[str, ...]:
    """Return the names of all examples, in menu order."""
    return tuple(entry.name for entry in catalogue())


@lru_cache(maxsize=64)  # called at every event of a drag
def called(name: str, language: str = ENGLISH) -> str:
    """Return the short name of an example; any other name is returned unchanged."""
    return next((entry.called for entry in catalogue(language) if entry.name == name), name)


def vocabulary(name: str, before: str, after: str) -> dict[str, str]:
    """Return the names of the categories of an example in the language ``after``, by those in ``before``."""
    old, new = load(name, before).comparison.labels, load(name, after).comparison.labels
    return {one: other for one, other in zip(old, new, strict=True) if one != other}


def vocabularies(before: str, after: str) -> dict[str, dict[str, str]]:
    """Return the vocabularies of all examples with translated categories."""
    worded = [entry.name for entry in (*catalogue(before), *catalogue(after)) if entry.labels]
    return {name: vocabulary(name, before, after) for name in dict.fromkeys(worded)}


def load(name: str, language: str = ENGLISH) -> Example:
    """Load an example by its name, in a language.

    Raises
    ------
    KeyError
        There is no such example.
    """
    for entry in catalogue(language):
        if entry.name == name:
            return read_example(resource_path("examples"), entry)
    raise KeyError(name)
