"""Sentences about how a table was read, and about its other formats."""

from __future__ import annotations

from collections.abc import Sequence

from klscope.files.tables.filling import NAMES, Filled, Kept, P
from klscope.files.tables.grid import Separator
from klscope.files.tables.reading import Alternative, Difference, TableReading
from klscope.wording import counted_phrase, phrase

MOST_QUOTED = 5
LONGEST_QUOTED = 24


def of_reading(reading: TableReading, filled: Filled) -> str:
    """Return a sentence on what was read and assumed."""
    said = [] if reading.is_one_value else [_of_columns(len(filled.columns[0]), filled)]
    turned = reading.table_format is not None and reading.table_format.lines_are_columns
    if turned and reading.weights and not reading.is_one_value:
        said.append(phrase("Each line is a distribution."))
    if reading.heading:
        heading = quoted_list(reading.heading)
        said.append(
            phrase("The lines are headed {heading}.", heading=heading)
            if turned
            else phrase("The first line is a heading: {heading}.", heading=heading)
        )
    if reading.regrouped is not None:
        text, plain = reading.regrouped
        said.append(phrase("{text} is read as {number}.", text=text, number=plain))
    if reading.left_out:
        said.append(phrase("Left out: {columns}.", columns=quoted_list(reading.left_out)))
    if reading.empty_lines:
        said.append(
            counted_phrase(
                "{count} empty line was skipped.", "{count} empty lines were skipped.", count=reading.empty_lines
            )
        )
    if filled.kept is Kept.BY_NAME:
        side = "Q" if P in filled.pasted else "P"
        said.append(phrase("The values of {side} were put in the same order, by name.", side=side))
    return " ".join(said)


def _of_columns(n: int, filled: Filled) -> str:
    pasted = set(filled.pasted)
    if pasted == {NAMES}:
        return counted_phrase("Pasted: {count} name.", "Pasted: {count} names.", count=n)
    sides = [side for place, side in enumerate("PQ", start=P) if place in pasted]
    if NAMES in pasted:
        if len(sides) == 2:
            return phrase("Pasted: {count} categories with names, P and Q.", count=f"{n:,}")
        return phrase("Pasted: {count} categories with names and {side}.", count=f"{n:,}", side=sides[0])
    if len(sides) == 2:
        return phrase("Pasted: {count} values of P and of Q.", count=f"{n:,}")
    return phrase("Pasted: {count} values of {side}.", count=f"{n:,}", side=sides[0])


def quoted_list(texts: Sequence[str]) -> str:
    """Return texts separated by commas; long texts and long lists are shortened."""
    shown = [text if len(text) <= LONGEST_QUOTED else text[: LONGEST_QUOTED - 1] + "…" for text in texts[:MOST_QUOTED]]
    if len(texts) > MOST_QUOTED:
        shown.append("…")
    return ", ".join(shown)


def of_alternative(other: Alternative) -> str:
    """Return the text of the button for another format."""
    table_format = other.table_format
    match other.difference:
        case Difference.DECIMAL_SIGN:
            text, number = other.example or ("1,5", "1.5")
            return phrase("Read {text} as {number}", text=text, number=number)
        case Difference.SEPARATOR:
            if table_format.separator is Separator.COMMA:
                return phrase("Commas part the values")
            if table_format.separator is Separator.NONE:
                return phrase("Each line is one number")
            return phrase("Blanks part the values")
        case Difference.DIRECTION:
            return phrase("Lines are P and Q") if table_format.lines_are_columns else phrase("Lines are categories")
        case Difference.NAMES:
            if table_format.columns.names is None:
                return phrase("The names are values")
            return phrase("The first values are names")
        case Difference.HEADING:
            if table_format.columns.heading:
                return phrase("The first line is a heading")
            return phrase("The first line is a category")
