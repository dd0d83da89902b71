"""The choice among the formats in which a table can be read, as the options say."""

from __future__ import annotations

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.grid import Separator, lines_of, rows_of
from klscope.files.tables.number_text import is_number, plain_number
from klscope.files.tables.options import DecimalSign, NumberKind, ReadOptions
from klscope.files.tables.reading import OFFERED_WITHIN
from klscope.files.tables.table_formats import TableFormat
from klscope.files.weights_text import quoted
from klscope.wording import gettext


def choose_format(
    formats: list[tuple[float, TableFormat]], options: ReadOptions, text: str | None, asked: list[DataError]
) -> TableFormat:
    """Return the most plausible format that the options allow; the most plausible of all if they allow none.

    Parameters
    ----------
    formats
        Formats with their penalties, the most plausible first; at least one.
    options
        What is said about the table.
    text
        The text, in which ambiguous commas are looked for; None for cells that are already separated.
    asked
        Takes the question whether a comma is a decimal sign.
    """
    allowed = [(penalty, one) for penalty, one in formats if _allows(options, one)]
    if not allowed:
        allowed = formats
    best = allowed[0][1]
    if text is not None and options.decimal is None:
        _ask_about_commas(allowed, text, asked)
    return best


def _allows(options: ReadOptions, one: TableFormat) -> bool:
    if options.decimal is not None and one.decimal_sign is not options.decimal:
        return False
    if (options.p_row or options.q_row) and not one.lines_are_columns:
        return False
    rows = options.p_row or options.q_row
    columns = options.p_column or options.q_column or options.label_column or options.header is not None
    if one.lines_are_columns and columns and not rows:
        return False
    counts = NumberKind.COUNTS in (options.p_numbers, options.q_numbers)
    return not (counts and one.decimal_sign is DecimalSign.COMMA)


def _ask_about_commas(allowed: list[tuple[float, TableFormat]], text: str, asked: list[DataError]) -> None:
    """Ask whether a comma is a decimal sign, if the text can be read both ways."""
    least, best = allowed[0]
    for penalty, other in allowed[1:]:
        if penalty > least + OFFERED_WITHIN or other.lines_are_columns is not best.lines_are_columns:
            continue
        example = _read_differently(text, best, other)
        if example is not None:
            asked.append(
                DataError(
                    gettext(
                        "{text} is ambiguous: its comma or point may be a decimal sign or not", text=quoted(example)
                    ),
                    gettext("choose the decimal sign"),
                    Question.DECIMAL,
                )
            )
            return


def _read_differently(text: str, one: TableFormat, other: TableFormat) -> str | None:
    """Return the first number whose value differs by the decimal sign, or by whether a comma separates cells."""
    if one.separator is not other.separator:
        if Separator.COMMA not in (one.separator, other.separator):
            return None
        return next((line.strip() for line in lines_of(text) if "," in line and is_number_like(line)), None)
    if one.decimal_sign is other.decimal_sign or one.separator is Separator.COMMA:
        return None  # beside commas that separate cells a decimal comma is quoted, and thousands are usual
    example = None
    for _, cells in rows_of(text, one.separator):
        for cell in cells:
            if not is_number(cell, one.decimal_sign):
                continue
            if not is_number(cell, other.decimal_sign) or _is_thousands_of_percent(cell, other):
                return None
            if example is None and _value(cell, one) != _value(cell, other):
                example = cell
    # points are thousands only where commas are decimal signs, and those tables have semicolons
    return example if example is not None and ("," in example or one.separator is Separator.SEMICOLON) else None


def _is_thousands_of_percent(cell: str, one: TableFormat) -> bool:
    value = _value(cell, one)
    return value is not None and value.endswith("%") and len(value.partition(".")[0].lstrip("-+")) > len("100%")


def is_number_like(line: str) -> bool:
    """Return whether a line of one or two numbers could be one number with a comma."""
    return is_number(line, DecimalSign.COMMA) or is_number(line, DecimalSign.POINT)


def _value(cell: str, one: TableFormat) -> str | None:
    return plain_number(cell, one.decimal_sign)
