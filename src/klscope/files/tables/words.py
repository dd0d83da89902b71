"""Sentences about how a table was read, and about its other formats."""

from __future__ import annotations

from collections.abc import Sequence

from klscope.files.tables.filling import Filled, Kept
from klscope.files.tables.grid import Separator
from klscope.files.tables.places import NAMES, P
from klscope.files.tables.reading import Alternative, Difference, TableReading
from klscope.wording import gettext, ngettext

MOST_QUOTED = 5
LONGEST_QUOTED = 24


def of_reading(reading: TableReading, filled: Filled) -> str:
    """Return a sentence on what was read and assumed."""
    said = [] if reading.is_one_value else [_of_columns(len(filled.columns[0]), filled)]
    turned = reading.table_format is not None and reading.table_format.lines_are_columns
    if turned and reading.weights and not reading.is_one_value:
        said.append(gettext("Each line is a distribution."))
    if reading.heading:
        heading = quoted_list(reading.heading)
        said.append(
            gettext("The lines are headed {heading}.", heading=heading)
            if turned
            else gettext("The first line is a heading: {heading}.", heading=heading)
        )
    if reading.regrouped is not None:
        text, plain = reading.regrouped
        said.append(gettext("{text} is read as {number}.", text=text, number=plain))
    if reading.left_out:
        said.append(gettext("Left out: {columns}.", columns=quoted_list(reading.left_out)))
    if reading.empty_lines:
        said.append(
            ngettext("{count} empty line was skipped.", "{count} empty lines were skipped.", count=reading.empty_lines)
        )
    if filled.kept is Kept.BY_NAME:
        side = "Q" if P in filled.pasted else "P"
        said.append(gettext("The values of {side} were put in the same order, by name.", side=side))
    return " ".join(said)


def _of_columns(n: int, filled: Filled) -> str:
    pasted = set(filled.pasted)
    if pasted == {NAMES}:
        return ngettext("Pasted: {count} name.", "Pasted: {count} names.", count=n)
    sides = [side for place, side in enumerate("PQ", start=P) if place in pasted]
    if NAMES in pasted:
        if len(sides) == 2:
            return gettext("Pasted: {count} categories with names, P and Q.", count=f"{n:,}")
        return gettext("Pasted: {count} categories with names and {side}.", count=f"{n:,}", side=sides[0])
    if len(sides) == 2:
        return gettext("Pasted: {count} values of P and of Q.", count=f"{n:,}")
    return gettext("Pasted: {count} values of {side}.", count=f"{n:,}", side=sides[0])


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
            return gettext("Read {text} as {number}", text=text, number=number)
        case Difference.SEPARATOR:
            if table_format.separator is Separator.COMMA:
                return gettext("Commas part the values")
            if table_format.separator is Separator.NONE:
                return gettext("Each line is one number")
            return gettext("Blanks part the values")
        case Difference.DIRECTION:
            return gettext("Lines are P and Q") if table_format.lines_are_columns else gettext("Lines are categories")
        case Difference.NAMES:
            if table_format.columns.names is None:
                return gettext("The names are values")
            return gettext("The first values are names")
        case Difference.HEADING:
            if table_format.columns.heading:
                return gettext("The first line is a heading")
            return gettext("The first line is a category")
