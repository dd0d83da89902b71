"""The choices that the sheet of opened data offers, made from a reading, in the order of its sentence."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication

from klscope.files.tables.contents import DataError, NumberTable, Question, RowsTable, TextTable
from klscope.files.tables.data_reading import DataReading
from klscope.files.tables.frames import Column, Frame
from klscope.files.tables.limits import MOST_COLUMNS
from klscope.files.tables.options import DecimalSign, Match, ReadOptions
from klscope.files.tables.row_reading import FEWEST_ROWS, without_what_is_for_one_pair
from klscope.files.tables.table_choice import chosen_keys, chosen_sheet
from klscope.views.data.choice import Choice, Line
from klscope.views.data.side_choices import LINES, column_name, kind, side_choices, values_of
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
ONE_BY_ONE = "one by one"


def choices(reading: DataReading) -> list[Choice]:
    """Return the choices for a reading."""
    found: list[Choice] = []
    content, options = reading.opened, reading.options
    if content.are_sheets and len(content.tables) > 1:
        found.append(_sheet(reading))
    elif len(content.tables) > 1:
        found += [_key(reading, side) for side in "PQ"]
    if reading.rows is not None:
        found.append(kind(reading, "P"))
        if reading.rows.q is not None:
            found.append(kind(reading, "Q"))
        elif len(content.tables) == 1:
            found.append(_direction_of_array(reading))
        return found
    if not reading.frames or not _can_be_read(reading):
        return found
    first = reading.frames[0]
    table = next(iter(content.tables.values()))
    is_text, is_alone = isinstance(table, TextTable | RowsTable), len(reading.contents) == 1
    if (first.labels is not None or len(first.columns) > 1) and options.pair is None:
        found.append(_labels(first, options))
    if is_alone and is_text:
        found.append(_heading(first))
    found += side_choices(reading)
    if is_alone and is_text and len(first.columns) > 1 and options.pair is None and first.n <= MOST_COLUMNS:
        found.append(_direction(first))
    elif is_alone and isinstance(table, NumberTable) and table.values.ndim == 2 and len(table.values) >= FEWEST_ROWS:
        found.append(_direction_of_array(reading))
    if is_alone and isinstance(table, TextTable) and _has_commas(first):
        found.append(_decimal(first))
    if len(reading.contents) == 2:
        found.append(_match(reading))
    return found


def _can_be_read(reading: DataReading) -> bool:
    """Return whether a table is laid out: it has numbers, or may hold samples; else its lines are shown."""
    samples = reading.options.has_samples
    error = reading.error
    return bool(reading.frames[0].numeric) or samples or (error is not None and error.question is Question.NUMBERS)


def _has_commas(frame: Frame) -> bool:
    """Return whether a number has a comma, which may be a decimal sign."""
    return frame.decimal is DecimalSign.COMMA or any(
        "," in str(cell) for k in frame.numeric for cell in frame.columns[k].cells[:100]
    )


def _labels(frame: Frame, options: ReadOptions) -> Choice:
    columns: list[Column] = [*([frame.labels] if frame.labels is not None else []), *frame.columns]
    columns.sort(key=lambda column: column.number)
    values = values_of(columns, by_rows=False)
    items = tuple(
        (column_name(column, frame.by_rows, place), value)
        for place, (column, value) in enumerate(zip(columns, values, strict=True), start=1)
    )
    value = options.label_column
    if frame.labels is not None:
        value = values[columns.index(frame.labels)]
    return Choice(
        "dataNames",
        translate("Data", "names"),
        items,
        value,
        lambda options, chosen: options.changed(label_column=chosen),
        Line.CATEGORIES,
        translate("Data", "The names of the categories are read from"),
    )


def _heading(frame: Frame) -> Choice:
    items = ((translate("Data", "a heading"), True), (translate("Data", "data"), False))
    return Choice(
        "dataHeading",
        translate("Data", "first line is"),
        items,
        frame.labels is not None if frame.by_rows else frame.heading,
        lambda options, chosen: options.changed(header=chosen),
        Line.CATEGORIES,
    )


def _direction(frame: Frame) -> Choice:
    items = ((translate("Data", "columns"), False), (translate("Data", "rows"), True))

    def choose(options: ReadOptions, by_rows: bool) -> ReadOptions:
        none = options.changed(p_column=None, q_column=None, p_row=None, q_row=None, label_column=None, header=None)
        if by_rows:
            return none.changed(p_row="1", q_row="2")
        first = 1 + frame.heading  # where rows are distributions, their headings are the first column
        return none.changed(p_column=str(first), q_column=str(first + 1) if frame.n > 1 else None)

    return Choice("dataDirection", translate("Data", "P and Q are"), items, frame.by_rows, choose, Line.FURTHER)


def _direction_of_array(reading: DataReading) -> Choice:
    items = (
        (translate("Data", "one pair per row"), ONE_BY_ONE),
        (translate("Data", "two rows"), True),
        (translate("Data", "two columns"), False),
    )
    value: Any = ONE_BY_ONE if reading.rows is not None else reading.frames[0].by_rows

    def choose(options: ReadOptions, chosen: Any) -> ReadOptions:
        none = options.changed(p_column=None, q_column=None, p_row=None, q_row=None)
        if chosen == ONE_BY_ONE:
            return without_what_is_for_one_pair(none)
        return none.changed(p_row="1", q_row="2") if chosen else none.changed(p_column="1", q_column="2")

    return Choice("dataDirection", translate("Data", "P and Q are"), items, value, choose, Line.FURTHER)


def _decimal(frame: Frame) -> Choice:
    items = (
        (translate("Data", "a point: 0.5"), DecimalSign.POINT),
        (translate("Data", "a comma: 0,5"), DecimalSign.COMMA),
    )
    return Choice(
        "dataDecimal",
        translate("Data", "decimals have"),
        items,
        frame.decimal,
        lambda options, chosen: options.changed(decimal=chosen),
        Line.FURTHER,
    )


def _sheet(reading: DataReading) -> Choice:
    tables, value = reading.opened.tables, None
    with suppress(DataError):  # the sheet says what is wrong
        value = chosen_sheet(reading.opened, reading.options, [])
    items = tuple((short_name(name), name) for name in tables)
    return Choice(
        "dataSheetName",
        translate("Data", "sheet"),
        items,
        value,
        lambda options, chosen: ReadOptions(sheet=chosen, encoding=options.encoding),
        Line.CATEGORIES,
    )


def _key(reading: DataReading, side: str) -> Choice:
    field = f"{side.lower()}_key"
    names = list(reading.opened.tables)
    used: tuple[str | None, str | None] = (None, None)
    with suppress(DataError):  # the sheet says what is wrong
        used = chosen_keys(reading.opened, reading.options, [])
    value, beside = used["PQ".index(side)], used["QP".index(side)]

    def choose(options: ReadOptions, chosen: str) -> ReadOptions:
        other = "q_key" if side == "P" else "p_key"
        return options.changed(**{field: chosen, other: getattr(options, other) or beside})

    items = tuple((short_name(name), name) for name in names)
    label = translate("Data", "{side} from").format(side=side)
    return Choice(f"data{side}Key", label, items, value, choose, LINES[side])


def _match(reading: DataReading) -> Choice:
    items = (
        (translate("Data", "exactly"), Match.LABEL),
        (translate("Data", "without regard to case and blanks"), Match.FOLDED),
        (translate("Data", "by position"), Match.POSITION),
    )
    value = reading.options.match
    if value is None and reading.pair is not None:
        value = Match.LABEL if reading.pair.joined is not None else Match.POSITION
    return Choice(
        "dataMatch",
        translate("Data", "names are matched"),
        items,
        value,
        lambda options, chosen: options.changed(match=chosen),
        Line.FURTHER,
    )
