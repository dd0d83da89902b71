"""The choices that the sheet of opened data offers, made from a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.frames import Column, Frame
from klscope.files.tables.number_text import DecimalSign
from klscope.files.tables.options import Match, MatrixPair, NumberKind, ReadOptions
from klscope.files.tables.reading_words import name_of
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Choice:
    """A drop-down list of the sheet.

    Attributes
    ----------
    name
        The object name.
    label
        The text before it.
    items
        Texts and values.
    value
        The value in use; another one than those of the items shows no text.
    choose
        Returns the options with a value chosen.
    """

    name: str
    label: str
    items: tuple[tuple[str, Any], ...]
    value: Any
    choose: Callable[[ReadOptions, Any], ReadOptions]


def choices(reading: DataReading) -> list[Choice]:
    """Return the choices for a reading, in the order of the sentence."""
    found: list[Choice] = []
    content = reading.contents[0]
    if content.are_sheets and len(content.tables) > 1:
        found.append(_sheet(reading))
    elif len(content.tables) > 1:
        found += [_key(reading, side) for side in "PQ"]
    if reading.rows is not None:
        kinds = [_kind(reading, side) for side, has in (("P", True), ("Q", reading.rows.q is not None)) if has]
        return [*found, *kinds]
    frames = reading.frames
    if frames:
        first = frames[0]
        found += [_column(reading, frames[0], "P"), _kind(reading, "P")]
        found += [_column(reading, frames[-1], "Q"), _kind(reading, "Q")]
        if first.labels is not None or len(first.columns) > 1:
            found.append(_labels(first, reading.options))
        if len(reading.contents) == 1 and first.separator is not None:
            found.append(_heading(first))
            if len(first.columns) > 1 and reading.options.pair is None:
                found.append(_direction(first))
            if _has_commas(first):
                found.append(_decimal(first))
    if len(reading.contents) == 2:
        found.append(_match(reading))
    return found


def _has_commas(frame: Frame) -> bool:
    """Return whether a number has a comma, which may be a decimal sign."""
    return frame.decimal is DecimalSign.COMMA or any(
        "," in str(cell) for k in frame.numeric for cell in frame.columns[k].cells[:100]
    )


def _names(frame: Frame) -> list[tuple[str, Column]]:
    return [(short_name(column.name), column) for column in frame.columns]


def _value_of(frame: Frame, column: Column) -> str:
    """Return what names a column in the options: its heading if no other has it, else its number."""
    heads = [one.head for one in frame.columns]
    if column.head and heads.count(column.head) == 1:
        return column.head
    return str(1 + heads.index(column.head)) if frame.by_rows and column.head else str(_number(frame, column))


def _number(frame: Frame, column: Column) -> int:
    return 1 + frame.columns.index(column) if frame.by_rows else column.number


def _column(reading: DataReading, frame: Frame, side: str) -> Choice:
    by_rows = frame.by_rows
    field = f"{side.lower()}_{'row' if by_rows else 'column'}"
    if reading.options.pair is not None:
        return _of_matrix(reading, side)
    items: list[tuple[str, Any]] = [(text, _value_of(frame, column)) for text, column in _names(frame)]
    selected = None
    if reading.pair is not None:
        selected = reading.pair.selected["PQ".index(side)]
    value: str | None = getattr(reading.options, field)
    if selected is not None:
        value = _value_of(selected.frame, selected.column)
    other = f"{'q' if side == 'P' else 'p'}_{'row' if by_rows else 'column'}"
    if side == "Q" and len(reading.contents) == 1:
        items.append((translate("Data", "uniform"), None))

    if side == "P" and len(reading.contents) == 1 and len(frame.numeric) > 2:
        items += _matrix_items()

    def choose(options: ReadOptions, chosen: Any) -> ReadOptions:
        if isinstance(chosen, MatrixPair):
            return options.changed(pair=chosen, p_column=None, q_column=None, p_row=None, q_row=None)
        kept = {} if reading.pair is None or len(reading.contents) == 2 else _both_as_they_are(reading, other)
        return options.changed(**{**kept, field: chosen})

    return Choice(f"data{side}", side, tuple(items), value, choose)


def _matrix_items() -> list[tuple[str, Any]]:
    return [
        (translate("Data", "sums of rows; Q: sums of columns"), MatrixPair.MARGINS),
        (translate("Data", "cells; Q: product of the sums"), MatrixPair.INDEPENDENCE),
    ]


def _of_matrix(reading: DataReading, side: str) -> Choice:
    """Return the choice of a pair that a matrix gives, which P makes for both."""
    items = [*_matrix_items(), (translate("Data", "columns or rows"), None)]
    value = reading.options.pair
    return Choice(f"data{side}", side, tuple(items), value, lambda options, chosen: options.changed(pair=chosen))


def _both_as_they_are(reading: DataReading, field: str) -> dict[str, Any]:
    """Return the column of the other side as it is, which must be said as soon as one is."""
    pair = reading.pair
    if pair is None:
        return {}
    one = pair.selected[0 if field.startswith("p") else 1]
    return {field: None if one is None else _value_of(one.frame, one.column)}


def _kind(reading: DataReading, side: str) -> Choice:
    field = f"{side.lower()}_numbers"
    value = getattr(reading.options, field)
    if value is None and reading.pair is not None:
        value = (reading.pair.p_side if side == "P" else reading.pair.q_side).kind
    if value is None and reading.rows is not None:
        value = reading.rows.p_kind if side == "P" else reading.rows.q_kind

    def choose(options: ReadOptions, kind: NumberKind) -> ReadOptions:
        changed = options.changed(**{field: kind})
        if NumberKind.SAMPLES in (kind, value):  # samples are counted together
            changed = changed.changed(p_numbers=kind, q_numbers=kind)
        return changed

    items = tuple((name_of(kind), kind) for kind in NumberKind)
    return Choice(f"data{side}Numbers", translate("Data", "as"), items, value, choose)


def _labels(frame: Frame, options: ReadOptions) -> Choice:
    columns = [*([frame.labels] if frame.labels is not None else []), *frame.columns]
    columns.sort(key=lambda column: column.number)
    items = [(short_name(column.name), column.head or str(column.number)) for column in columns]
    value = options.label_column
    if frame.labels is not None:
        value = frame.labels.head or str(frame.labels.number)
    return Choice(
        "dataNames",
        translate("Data", "Names"),
        tuple(items),
        value,
        lambda options, chosen: options.changed(label_column=chosen),
    )


def _heading(frame: Frame) -> Choice:
    items = ((translate("Data", "a heading"), True), (translate("Data", "data"), False))
    return Choice(
        "dataHeading",
        translate("Data", "First line"),
        items,
        frame.heading,
        lambda options, chosen: options.changed(header=chosen),
    )


def _direction(frame: Frame) -> Choice:
    items = ((translate("Data", "columns"), False), (translate("Data", "rows"), True))

    def choose(options: ReadOptions, by_rows: bool) -> ReadOptions:
        none = options.changed(p_column=None, q_column=None, p_row=None, q_row=None)
        if by_rows:
            return none.changed(p_row="1", q_row="2")
        return none.changed(header=options.header)

    return Choice("dataDirection", translate("Data", "P and Q are"), items, frame.by_rows, choose)


def _decimal(frame: Frame) -> Choice:
    items = (
        (translate("Data", "point: 0.5"), DecimalSign.POINT),
        (translate("Data", "comma: 0,5"), DecimalSign.COMMA),
    )
    return Choice(
        "dataDecimal",
        translate("Data", "Decimals"),
        items,
        frame.decimal,
        lambda options, chosen: options.changed(decimal=chosen),
    )


def _sheet(reading: DataReading) -> Choice:
    tables = reading.contents[0].tables
    value = reading.options.sheet or next(iter(tables))
    items = tuple((short_name(name), name) for name in tables)
    return Choice(
        "dataSheetName",
        translate("Data", "Sheet"),
        items,
        value,
        lambda options, chosen: ReadOptions(sheet=chosen, encoding=options.encoding),
    )


def _key(reading: DataReading, side: str) -> Choice:
    field = f"{side.lower()}_key"
    names = list(reading.contents[0].tables)
    value = getattr(reading.options, field)
    if value is None:
        value = next((name for name in names if name.lower() == side.lower()), names["PQ".index(side)])

    def choose(options: ReadOptions, chosen: str) -> ReadOptions:
        other = "q_key" if side == "P" else "p_key"
        present = getattr(options, other) or names["QP".index(side)]
        return options.changed(**{field: chosen, other: present})

    items = tuple((short_name(name), name) for name in names)
    return Choice(f"data{side}Key", translate("Data", "{side} from").format(side=side), items, value, choose)


def _match(reading: DataReading) -> Choice:
    items = (
        (translate("Data", "by name"), Match.LABEL),
        (translate("Data", "by name, ignoring case and blanks"), Match.FOLDED),
        (translate("Data", "by position"), Match.POSITION),
    )
    value = reading.options.match
    if value is None and reading.pair is not None:
        value = Match.LABEL if reading.pair.joined is not None else Match.POSITION
    return Choice(
        "dataMatch",
        translate("Data", "Matched"),
        items,
        value,
        lambda options, chosen: options.changed(match=chosen),
    )
