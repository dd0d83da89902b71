"""The examples of the menu: pairs of distributions worth looking at, read from ``resources/examples``.

``index.json`` holds, in menu order, what a menu shows of each; ``NAME.json`` holds the data of one and where they come
from. So the menu costs one small file at start-up, no text is written down twice, and a translation is another index.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

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
    """

    name: str
    title: str
    reason: str
    group: str


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


def read_catalogue(folder: Path) -> tuple[ExampleEntry, ...]:
    """Return the entries of the index in ``folder``, in menu order.

    Raises
    ------
    ValueError
        Naming the entry and the field at fault.
    """
    records = _parsed(folder / INDEX)
    if not isinstance(records, list):
        raise ValueError(f"{INDEX}: a list is needed, this is {type(records).__name__}")
    entries: dict[str, ExampleEntry] = {}
    for number, record in enumerate(records, start=1):
        where = f"{INDEX}: entry {number}"
        name, title, reason, group = (
            _field(record, key, (str,), where) for key in ("name", "title", "reason", "group")
        )
        if name in entries:
            raise ValueError(f"{where}: name {name!r} is there already")
        entries[name] = ExampleEntry(name, title, reason, group)
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
    for index, label in enumerate(labels):
        if not isinstance(label, str):
            raise ValueError(f"{path.name}: labels[{index}] is {label!r}; str is needed")
    try:
        comparison = Comparison.from_weights(labels, p, q, origin=entry.name)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return Example(entry.name, entry.title, entry.reason, entry.group, source, comparison)


@cache
def catalogue() -> tuple[ExampleEntry, ...]:
    """Return every example as the menu shows it, in menu order; reads one file, once."""
    return read_catalogue(resource_path("examples"))


def names() -> tuple[str, ...]:
    """Return the names `load` knows, in menu order."""
    return tuple(entry.name for entry in catalogue())


def load(name: str) -> Example:
    """Return the example called ``name``.

    Raises
    ------
    KeyError
        If no example is called so.
    """
    for entry in catalogue():
        if entry.name == name:
            return read_example(resource_path("examples"), entry)
    raise KeyError(name)
