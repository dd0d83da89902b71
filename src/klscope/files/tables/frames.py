"""A table whose rows are categories, and its columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from klscope.files.tables.contents import DataError, Places, Question
from klscope.files.tables.grid import Separator
from klscope.files.tables.limits import MOST_CATEGORIES
from klscope.files.tables.options import DecimalSign
from klscope.files.weights_text import quoted
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext

MOST_LISTED = 8
"""The number of names that a message lists."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a laid out table.

    Attributes
    ----------
    head
        Its heading; may be empty.
    number
        Its number in the file, from 1; the number of a row where rows are distributions.
    cells
        ``n`` texts, or an array of numbers of shape ``(n,)``.
    """

    head: str
    number: int
    cells: Sequence[str] | FloatArray

    @property
    def name(self) -> str:
        """The heading, or the number where there is none."""
        return self.head or str(self.number)


@dataclass(frozen=True, eq=False)
class Frame:
    """A table whose rows are categories.

    Attributes
    ----------
    labels
        The column of names; None if there is none.
    columns
        The other columns.
    numeric
        The positions in ``columns`` of those that hold numbers.
    heading
        Whether the first line holds the headings.
    by_rows
        Whether the distributions are rows of the file, so that the table is transposed.
    row_numbers
        The number in the file of each row of the table, or of each column where ``by_rows``.
    places
        The word for a row, before its number.
    decimal
        The decimal sign.
    separator
        The separator of a text; None for other tables.
    notes
        Sentences about what was assumed or skipped.
    """

    labels: Column | None
    columns: Sequence[Column]
    numeric: tuple[int, ...]
    heading: bool = False
    by_rows: bool = False
    row_numbers: Sequence[int] = ()
    places: Places = Places.LINES
    decimal: DecimalSign = DecimalSign.POINT
    separator: Separator | None = None
    notes: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """The number of categories."""
        return len(self.row_numbers)

    def place(self, index: int, column: Column) -> str:
        """Return where a cell stands: "line 4, column 'turkish'"."""
        number = self.row_numbers[index]
        if self.by_rows:
            places = Places.ROWS if self.places is Places.ITEMS else self.places
            return f"{places.of(column.number)}, " + gettext("column {name}", name=number)
        if self.labels is None and len(self.columns) == 1 and not column.head:
            return self.places.of(number)
        name = quoted(column.head) if column.head else column.number
        return f"{self.places.of(number)}, " + gettext("column {name}", name=name)

    def place_of_label(self, index: int) -> str:
        """Return where the name of a category stands: "line 4", or "column 4" where rows are distributions."""
        number = self.row_numbers[index]
        return gettext("column {name}", name=number) if self.by_rows else self.places.of(number)


def find_column(name: str, columns: Mapping[int, Column], question: Question) -> int:
    """Return the position of the column of this heading, else of this number.

    Raises
    ------
    DataError
        There is no such column, or several have this heading.
    """
    for same in (str, str.casefold):
        having = [k for k, column in columns.items() if column.head and same(column.head) == same(name.strip())]
        if len(having) > 1:
            several = (
                gettext("{count} rows have the name {name}", count=len(having), name=quoted(name))
                if question is Question.ROWS
                else gettext("{count} columns have the heading {name}", count=len(having), name=quoted(name))
            )
            raise DataError(several, gettext("choose one by its number, from 1"), question)
        if having:
            return having[0]
    if name.isdecimal():
        for k, column in columns.items():
            if column.number == int(name):
                return k
    names = listed(column.name for column in columns.values())
    if question is Question.ROWS:
        raise DataError(
            gettext("there is no row {name}", name=quoted(name)),
            gettext("the rows are {names}", names=names),
            question,
        )
    raise DataError(
        gettext("there is no column {name}", name=quoted(name)),
        gettext("the columns are {names}", names=names),
        question,
    )


def listed(names: Iterable[str]) -> str:
    """Return names in quotation marks; of many, the first ones."""
    shown = [quoted(name) for name in itertools.islice(names, MOST_LISTED + 1)]
    return ", ".join(shown[:MOST_LISTED]) + (" …" if len(shown) > MOST_LISTED else "")


def column_named(name: str, columns: Mapping[int, Column]) -> int | None:
    """Return the position of the column that `find_column` finds; None if it finds none."""
    with suppress(DataError):
        return find_column(name, columns, Question.COLUMNS)
    return None


def too_many(n: int) -> DataError:
    """Return the error for more categories than are read."""
    return DataError(
        gettext(
            "there are {count} categories, and at most {most} are read", count=f"{n:,}", most=f"{MOST_CATEGORIES:,}"
        ),
        gettext("merge rare categories first"),
    )
