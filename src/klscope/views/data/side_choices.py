"""The choices of the sheet of opened data that say what P and Q are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from klscope.files.tables.data_reading import DataReading, Second
from klscope.files.tables.frames import Column, Frame
from klscope.files.tables.options import MatrixPair, NumberKind, ReadOptions
from klscope.files.tables.reading_words import name_of
from klscope.files.tables.selecting import Selected
from klscope.model.comparison import Side
from klscope.views.data.choice import Choice, Line
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
LINES = {"P": Line.P, "Q": Line.Q}
LONGEST = 40


def side_choices(reading: DataReading) -> list[Choice]:
    """Return the choices of the columns of P and Q, and of what their numbers are."""
    frames = reading.frames
    found = []
    for side, frame in (("P", frames[0]), ("Q", frames[-1])):
        found.append(_column(reading, frame, side))
        is_kept = reading.replaced is not None and reading.replaced.value != side
        is_uniform = side == "Q" and reading.pair is not None and reading.pair.selected[1] is None
        if not is_kept and not is_uniform:
            found.append(kind(reading, side))
    return found


def column_name(column: Column, by_rows: bool, position: int) -> str:
    """Return the heading of a column, or its number where there is none."""
    if column.head:
        return short_name(column.head, LONGEST)
    if by_rows:
        return translate("Data", "row {number}").format(number=position)
    return translate("Data", "column {number}").format(number=column.number)


def values_of(columns: Sequence[Column], by_rows: bool) -> list[str]:
    """Return what names each column in the options: its heading if no other has it, else its number."""
    heads = Counter(one.head for one in columns)
    return [
        one.head if one.head and heads[one.head] == 1 else str(place if by_rows else one.number)
        for place, one in enumerate(columns, start=1)
    ]


def value_of(selected: Selected) -> str:
    """Return what names the column of P or Q in the options."""
    return values_of(selected.frame.columns, selected.frame.by_rows)[selected.position - 1]


def _selected(reading: DataReading, side: str) -> Selected | None:
    return reading.selected["PQ".index(side)]


def _field(frame: Frame, side: str) -> str:
    return f"{side.lower()}_{'row' if frame.by_rows else 'column'}"


def with_column_kept(reading: DataReading, options: ReadOptions, side: str) -> ReadOptions:
    """Return options that name the column of a side as it is: as soon as one is named, the other must be."""
    one = _selected(reading, side)
    if one is None or options.pair is not None:
        return options
    field = _field(one.frame, side)
    return options if getattr(options, field) is not None else options.changed(**{field: value_of(one)})


def _column(reading: DataReading, frame: Frame, side: str) -> Choice:
    if reading.options.pair is not None and reading.replaced is None:
        return _of_matrix(reading, side)
    if reading.replaced is not None and reading.replaced.value != side:
        return _kept(reading, Side(side))
    names = [column_name(one, frame.by_rows, place) for place, one in enumerate(frame.columns, start=1)]
    items: list[tuple[str, Any]] = list(zip(names, values_of(frame.columns, frame.by_rows), strict=True))
    selected, field = _selected(reading, side), _field(frame, side)
    value: Any = value_of(selected) if selected is not None and selected.frame is frame else None
    if value is None:
        value = getattr(reading.options, field)
    is_alone = len(reading.contents) == 1
    if side == "Q":
        items += _beside(reading)
        if value is None and reading.pair is not None:
            value = Second.NOTHING
    elif is_alone and len(frame.numeric) > 2:
        items += _matrix_items()

    def choose(options: ReadOptions, chosen: Any) -> ReadOptions | Second:
        if isinstance(chosen, MatrixPair):
            return options.changed(pair=chosen, p_column=None, q_column=None, p_row=None, q_row=None)
        if isinstance(chosen, Second):
            if chosen is not Second.NOTHING or not is_alone:
                return chosen
            return with_column_kept(reading, options, "P").changed(**{_field(frame, "Q"): None})
        if is_alone:
            options = with_column_kept(reading, options, "Q" if side == "P" else "P")
        return options.changed(**{field: chosen})

    return Choice(f"data{side}", side, tuple(items), value, choose, LINES[side], _spoken(side))


def _spoken(side: str) -> str:
    return translate("Data", "{side} is read from").format(side=side)


def _beside(reading: DataReading) -> list[tuple[str, Any]]:
    """Return what Q can be beside the columns of the table."""
    items: list[tuple[str, Any]] = [(translate("Data", "uniform"), Second.NOTHING)]
    if len(reading.contents) == 2:
        source = short_name(reading.opened.source)
        items = [(translate("Data", "from {file} too").format(file=source), Second.NOTHING)]
    return [
        *items,
        (translate("Data", "kept: the present Q"), Second.PRESENT),
        (translate("Data", "a second file…"), Second.FILE),
    ]


def _kept(reading: DataReading, side: Side) -> Choice:
    """Return the choice of the side that stays as it is while the file replaces the other."""
    words = translate("Data", "kept: the present {side}").format(side=side.value)
    source = short_name(reading.opened.source)
    items: list[tuple[str, Any]] = [
        (words, Second.PRESENT),
        (translate("Data", "from {file} too").format(file=source), Second.NOTHING),
    ]
    if side is Side.Q:
        items.append((translate("Data", "a second file…"), Second.FILE))

    def choose(options: ReadOptions, chosen: Second) -> ReadOptions | Second:
        return options if chosen is Second.PRESENT else chosen

    name = side.value
    return Choice(f"data{name}", name, tuple(items), Second.PRESENT, choose, LINES[name], _spoken(name))


def _matrix_items() -> list[tuple[str, Any]]:
    return [
        (translate("Data", "sums of the rows (Q: of the columns)"), MatrixPair.MARGINS),
        (translate("Data", "all cells (Q: as if rows and columns were independent)"), MatrixPair.INDEPENDENCE),
    ]


def _of_matrix(reading: DataReading, side: str) -> Choice:
    """Return the choice of a pair that a matrix gives, which P makes for both."""
    if side == "P":
        items = _matrix_items()
    else:
        items = [
            (translate("Data", "sums of columns"), MatrixPair.MARGINS),
            (translate("Data", "product of the sums"), MatrixPair.INDEPENDENCE),
        ]
    items.append((translate("Data", "two columns or rows instead"), None))
    return Choice(
        f"data{side}",
        side,
        tuple(items),
        reading.options.pair,
        lambda options, chosen: options.changed(pair=chosen),
        LINES[side],
        _spoken(side),
    )


def kind(reading: DataReading, side: str) -> Choice:
    """Return the choice of what the numbers of a side are."""
    field = f"{side.lower()}_numbers"
    value, reason = getattr(reading.options, field), ""
    if reading.pair is not None:
        one = reading.pair.p_side if side == "P" else reading.pair.q_side
        value, reason = value or one.kind, one.reason
    if value is None and reading.rows is not None:
        value = reading.rows.p_kind if side == "P" else reading.rows.q_kind

    def choose(options: ReadOptions, chosen: NumberKind) -> ReadOptions:
        changed = options.changed(**{field: chosen})
        if NumberKind.SAMPLES in (chosen, value):  # samples are counted together
            changed = changed.changed(p_numbers=chosen, q_numbers=chosen)
        return changed

    kinds = [one for one in NumberKind if one is not NumberKind.SAMPLES or reading.rows is None]
    label, line = translate("Data", "as"), LINES[side]
    if reading.rows is not None:
        label, line = translate("Data", "numbers are"), LINES[side] if reading.rows.q is not None else Line.CATEGORIES
    tip = translate("Data", "Proposed because {reason}.").format(reason=reason) if reason else ""
    return Choice(
        f"data{side}Numbers",
        label,
        tuple((name_of(one), one) for one in kinds),
        value,
        choose,
        line,
        translate("Data", "What the numbers of {side} are").format(side=side),
        tip,
    )
