"""The bundled examples, read from ``resources/examples``.

``index.json`` holds the menu entries in order, and ``NAME.json`` the data of an example with their source. So the menu
needs one small file at start-up. A translation is another index: ``index.ko.json`` holds the menu entries in Korean,
short names, and the translated names of the categories in the order of the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path
from klscope.files.weights_text import parse_weight
from klscope.model.comparison import Comparison

INDEX = "index.json"
FIRST = "weather"
"""The example that a new window shows."""


@dataclass(frozen=True)
class ExampleEntry:
    """The menu entry of an example.

    ``name`` is that for the command line and `load`, ``reason`` a sentence on what it shows, ``group`` the heading of
    its section in the menu, and ``called`` a short name, in English equal to ``name``. ``labels`` are the translated
    names of its categories; empty if they are those of the data.
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


def index_of(language: str) -> str:
    """Return the file name of the index in a language."""
    return INDEX if language == ENGLISH else f"index.{language}.json"


def read_catalogue(folder: Path, language: str = ENGLISH) -> tuple[ExampleEntry, ...]:
    """Return the entries of a language's index in ``folder``, in menu order; raise ValueError for an invalid one."""
    with _named(folder / index_of(language)) as records:
        return tuple(
            ExampleEntry(
                record["name"],
                record["title"],
                record["reason"],
                record["group"],
                record["name"] if language == ENGLISH else record["called"],
                tuple(record.get("labels", ())),
            )
            for record in records
        )


def read_example(folder: Path, entry: ExampleEntry) -> Example:
    """Return the example of an entry, with its data from ``folder``; raise ValueError for invalid ones."""
    with _named(folder / f"{entry.name}.json") as record:
        p, q = (
            [parse_weight(one) if isinstance(one, str) else float(one) for one in record[side]] for side in ("p", "q")
        )
        comparison = Comparison.from_weights(entry.labels or record["labels"], p, q, origin=entry.name)
        return Example(**vars(entry), source=record["source"], comparison=comparison)


@contextmanager
def _named(path: Path) -> Iterator[Any]:
    """Yield the content of a JSON file; name the file in an error within the context."""
    try:
        yield json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name}: {error!r}") from error


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


def vocabularies(before: str, after: str) -> dict[str, dict[str, str]]:
    """Return for each example the names of its categories in the language ``after``, by those in ``before``."""
    worded = [entry.name for entry in (*catalogue(before), *catalogue(after)) if entry.labels]
    found = {}
    for name in dict.fromkeys(worded):
        old, new = (load(name, language).comparison.labels for language in (before, after))
        found[name] = {one: other for one, other in zip(old, new, strict=True) if one != other}
    return found


def load(name: str, language: str = ENGLISH) -> Example:
    """Load an example by its name, in a language; raise KeyError if there is none."""
    for entry in catalogue(language):
        if entry.name == name:
            return read_example(resource_path("examples"), entry)
    raise KeyError(name)
