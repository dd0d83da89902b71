"""The examples of the menu: pairs of distributions worth looking at, read from ``resources/examples``.

``index.json`` holds, in menu order, what a menu shows of each; ``NAME.json`` holds the data of one and where they come
from. So the menu costs one small file at start-up, no text is written down twice, and a translation is another index:
``index.ko.json`` has what a menu shows of the same examples in Korean, what the window calls each in few words, and,
for those whose categories are words, their names in the order of the data.
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
    """One example as a menu shows it.

    Attributes
    ----------
    name
        What the command line and `load` call it: "fair-die".
    title
        What the menu calls it.
    reason
        One sentence: why to look at it.
    group
        The heading it stands under.
    called
        What the window calls it where there is little room: in English its name.
    labels
        The names of its categories in the language of the index; empty where they are those of the data.
    """

    name: str
    title: str
    reason: str
    group: str
    called: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Example(ExampleEntry):
    """One example with its data, and the citation if they were not made up for the purpose."""

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
    # bool is an int to Python, but no weight.
    if not isinstance(value, (int, float, str)) or isinstance(value, bool):
        raise ValueError(f"{where} is {value!r}; a number, or a fraction in quotes, is needed")
    try:
        return parse_weight(value) if isinstance(value, str) else float(value)
    except (WeightError, OverflowError) as error:
        raise ValueError(f"{where}: {error}") from error


def index_of(language: str) -> str:
    """Return the file with what a menu shows in a language."""
    return INDEX if language == ENGLISH else f"index.{language}.json"


def read_catalogue(folder: Path, language: str = ENGLISH) -> tuple[ExampleEntry, ...]:
    """Return the entries of a language's index in ``folder``, in menu order.

    Raises
    ------
    ValueError
        Naming the entry and the field at fault.
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
    """Return the example ``entry`` speaks of, with its data from ``folder``.

    Raises
    ------
    ValueError
        Naming the file and the field at fault.
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
    """Return every example as the menu shows it, in menu order; in English where there is no index in the language."""
    folder = resource_path("examples")
    return read_catalogue(folder, language if (folder / index_of(language)).is_file() else ENGLISH)


def names() -> tuple[str, ...]:
    """Return the names `load` knows, in menu order."""
    return tuple(entry.name for entry in catalogue())


@lru_cache(maxsize=64)  # asked for at every event of a drag
def called(name: str, language: str = ENGLISH) -> str:
    """Return what the window calls the data of this name: for an example its own word for it, else the name itself."""
    return next((entry.called for entry in catalogue(language) if entry.name == name), name)


def vocabulary(name: str, before: str, after: str) -> dict[str, str]:
    """Return what the categories of an example are called in the language ``after``, by their names in ``before``."""
    old, new = load(name, before).comparison.labels, load(name, after).comparison.labels
    return {one: other for one, other in zip(old, new, strict=True) if one != other}


def vocabularies(before: str, after: str) -> dict[str, dict[str, str]]:
    """Return the vocabulary of every example whose categories are words."""
    worded = [entry.name for entry in (*catalogue(before), *catalogue(after)) if entry.labels]
    return {name: vocabulary(name, before, after) for name in dict.fromkeys(worded)}


def load(name: str, language: str = ENGLISH) -> Example:
    """Return the example called ``name``, its words in a language.

    Raises
    ------
    KeyError
        If no example is called so.
    """
    for entry in catalogue(language):
        if entry.name == name:
            return read_example(resource_path("examples"), entry)
    raise KeyError(name)
