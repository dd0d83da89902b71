"""Vectors and matrices as R prints them, with the index of the first value in front of each line; also in a session."""

from __future__ import annotations

import re

from klscope.files.tables.codecs.nested_values import Value, number_of, object_of
from klscope.files.tables.contents import DataError
from klscope.wording import gettext

_LINE = re.compile(r"\[([0-9]{1,9})\]\s++(.+)")
_COLUMNS = re.compile(r"(?:\[,[0-9]+\]\s*+)+")
_ROW = re.compile(r"\[([0-9]{1,9}),\]\s++(.+)")
_BEGIN = 200
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')
_OMITTED = re.compile(r"\[ reached .*")
_SPECIAL = {"Inf": float("inf"), "-Inf": float("-inf"), "NaN": float("nan"), "NA": None}


def parse(text: str) -> Value:
    """Return the value of a text that is a print of R; None if it is none.

    Raises
    ------
    DataError
        It is one, but abbreviated.
    """
    begin = text[:_BEGIN].lstrip()
    if not begin.startswith(("[1", "[,1", ">")):
        return None
    lines = [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines, start=1):
        if _OMITTED.fullmatch(line):
            raise DataError(
                gettext("line {line}: the output is abbreviated, numbers are missing", line=number),
                gettext("print all of them: options(max.print = 1e6)"),
            )
    lines = [line for line in lines if line]
    if begin.startswith(">"):
        return _of_session(lines)
    return _matrix(lines) if _COLUMNS.fullmatch(lines[0]) else _vectors(lines)


def _of_session(lines: list[str]) -> Value:
    """Return the vectors of a session by the names that were typed at its prompts; assignments print nothing."""
    printed: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith(">"):
            printed.append((line[1:].strip(), []))
        else:
            printed[-1][1].append(line)
    shown = [(typed, below) for typed, below in printed if below]
    values = [_vectors(below) for _, below in shown]
    if not values or any(not isinstance(value, list) for value in values):
        return None
    if len(values) == 1:
        return values[0]
    return object_of([(typed, value) for (typed, _), value in zip(shown, values, strict=True)])


def _vectors(lines: list[str]) -> Value:
    """Return the values of one vector, or of several that each begin with [1]."""
    vectors: list[list[Value]] = []
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        index = int(found[1])
        if index == 1:
            vectors.append([])
        elif not vectors or index != len(vectors[-1]) + 1:
            return None
        values = _values(found[2])
        if values is None:
            return None
        vectors[-1] += values
    return vectors[0] if len(vectors) == 1 else vectors


def _matrix(lines: list[str]) -> Value:
    rows: list[list[Value]] = []
    for line in lines:
        if _COLUMNS.fullmatch(line):
            if rows:
                return None  # broken into parts for the width of the screen
            continue
        found = _ROW.fullmatch(line)
        values = None if found is None else _values(found[2])
        if found is None or values is None or int(found[1]) != len(rows) + 1:
            return None
        rows.append(values)
    return rows or None


def _values(text: str) -> list[Value] | None:
    values: list[Value] = []
    for token in _VALUE.findall(text):
        if token.startswith('"'):
            values.append(token[1:-1])
        elif token in _SPECIAL:
            values.append(_SPECIAL[token])
        else:
            try:
                float(token)
            except ValueError:
                return None
            values.append(number_of(token))
    return values
