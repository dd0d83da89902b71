"""Named vectors and tables of counts as R prints them: names in a line above their values, aligned at their ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from klscope.files.tables.codecs.nested_values import Value, number_of, object_of

_LONGEST = 200_000
"""The number of characters up to which a print is looked for."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?")
_TOKEN = re.compile(r"\S+")


def parse(text: str) -> Value:
    """Return the value of a text that is such a print and would be read in another way as a table; None otherwise."""
    if len(text) > _LONGEST or "\t" in text or "," in text:
        return None
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    return _table_of_two(lines) or _vector(lines)


def _vector(lines: Sequence[str]) -> Value:
    """Return the names and numbers of a vector that is broken into lines, or that has numbers or blanks in names."""
    head = lines[0].strip()
    has_head = not head or (len(lines) % 2 == 1 and len(head.split()) == 1 and not _NUMBER.fullmatch(head))
    lines = [line for line in lines[has_head:] if line.strip()]
    if len(lines) < 2 or len(lines) % 2:
        return None
    ends_with_blanks = all(line.endswith(" ") for line in lines)
    pairs: list[tuple[str, Value]] = []
    are_alike = True
    for above, below in zip(lines[::2], lines[1::2], strict=True):
        names = _aligned(above, below)
        values = below.split()
        if names is None or not all(map(_NUMBER.fullmatch, values)):
            return None
        are_alike = are_alike and len(above.split()) == len(values)
        pairs += [(name, number_of(value)) for name, value in zip(names, values, strict=True)]
    if any(_NUMBER.fullmatch(name) for name, _ in pairs):
        return object_of(pairs) if has_head and ends_with_blanks and _are_levels([name for name, _ in pairs]) else None
    return object_of(pairs) if len(lines) > 2 or (ends_with_blanks and not are_alike) else None


def _are_levels(names: Sequence[str]) -> bool:
    """Return whether names are numbers in ascending order, as R sorts the values that it counts."""
    if not all(map(_NUMBER.fullmatch, names)):
        return False
    numbers = list(map(float, names))
    return all(one < other for one, other in itertools.pairwise(numbers))


def _aligned(above: str, below: str) -> list[str] | None:
    """Return the names above numbers; None if one does not end where its number does."""
    names = []
    start = 0
    for token in _TOKEN.finditer(below):
        end = token.end()
        name = above[start:end]
        if not name.strip() or name[-1] == " " or above[end : end + 1].strip() or len(name) < end - start:
            return None
        names.append(name.strip())
        start = end
    return names if not above[start:].strip() else None


def _table_of_two(lines: Sequence[str]) -> Value:
    """Return the columns of a table of counts by two variables, whose names stand above and at the left."""
    rows = [line.split() for line in lines]
    if len(rows) < 4 or len(rows[0]) != 1 or not lines[0].startswith(" ") or lines[1].startswith(" "):
        return None
    heads = rows[1]
    body = rows[2:]
    if len(heads) < 3 or any(len(row) != len(heads) for row in body) or "label" in heads:
        return None
    ends = [token.end() for token in _TOKEN.finditer(lines[1])][1:]
    for line, row in zip(lines[2:], body, strict=True):
        if [token.end() for token in _TOKEN.finditer(line)][1:] != ends or not all(map(_NUMBER.fullmatch, row[1:])):
            return None
    columns = {head: [number_of(row[k]) for row in body] for k, head in enumerate(heads[1:], start=1)}
    return None if len(columns) < len(heads) - 1 else {"label": [row[0] for row in body], **columns}
