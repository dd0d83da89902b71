"""The contents of a file before P and Q are chosen: named tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from klscope.files.tables.options import DecimalSign
from klscope.wording import gettext, with_remedy

MOST_BYTES = 200_000_000
"""The largest size of a text that is read."""
LONGEST_LABEL = 1_000
DEEPEST = 20
"""The largest depth of nested lists and objects."""


class Question(Enum):
    """What can be ambiguous in a file. A value is the option of the command line that decides it."""

    COLUMNS = "--p-column NAME, --q-column NAME"
    P_COLUMN = "--p-column NAME"
    Q_COLUMN = "--q-column NAME"
    ROWS = "--p-row NAME, --q-row NAME"
    LABELS = "--label-column NAME"
    KEYS = "--p-key NAME, --q-key NAME"
    SHEET = "--sheet NAME"
    NUMBERS = "--numbers KIND"
    BOTH_NUMBERS = "--p-numbers KIND, --q-numbers KIND"
    DECIMAL = "--decimal point|comma"
    DUPLICATES = "--duplicates add"
    MATCH = "--match label|position"
    ENCODING = "--encoding NAME"


class DataError(ValueError):
    """Data that cannot be read as they are.

    Attributes
    ----------
    what
        What is wrong, and where.
    remedy
        What the user can do; may be empty.
    question
        What an option would decide; None where no option helps.
    row, column
        The position in the table, from 0, for a mark in the preview; None where it concerns all of it.
    """

    def __init__(
        self,
        what: str,
        remedy: str = "",
        question: Question | None = None,
        row: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(what)
        self.what, self.remedy, self.question, self.row, self.column = what, remedy, question, row, column

    def __str__(self) -> str:
        return with_remedy(self.what, self.remedy)

    def within(self, place: str) -> DataError:
        """Return this error with a place in front of the message, unless it begins with it."""
        if self.what.startswith(place):
            return self
        return DataError(f"{place}: {self.what}", self.remedy, self.question, self.row, self.column)


@contextmanager
def errors_within(place: str) -> Iterator[None]:
    """Put a place, such as the name of a file, in front of the errors of a block."""
    try:
        yield
    except DataError as error:
        raise error.within(place) from None


class Places(Enum):
    """The words for the position of a cell."""

    LINES = "line"
    ROWS = "row"
    ITEMS = "item"

    def of(self, number: int) -> str:
        """Return the name of a row of a table by its number from 1."""
        if self is Places.LINES:
            return gettext("line {line}", line=number)
        return gettext("row {row}", row=number) if self is Places.ROWS else gettext("item {item}", item=number)


@dataclass(frozen=True)
class TextTable:
    """A text whose separator and decimal sign are not yet known."""

    text: str


@dataclass(frozen=True)
class RowsTable:
    """A table of cells, as texts.

    Attributes
    ----------
    rows
        Rows of equal length; missing cells are "".
    numbers
        For each row its number in the file, from 1; None if they are 1, 2, 3 …
    places
        The word for a row, before its number.
    has_heading
        Whether the first row holds the names of the columns; None if unknown.
    decimal
        The decimal sign of its numbers; None if unknown.
    first_column
        The number in the file of the first column, from 1.
    """

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] | None = None
    places: Places = Places.ROWS
    has_heading: bool | None = None
    decimal: DecimalSign | None = None
    first_column: int = 1


@dataclass(frozen=True)
class ColumnsTable:
    """A table of named columns that each have one type.

    Attributes
    ----------
    columns
        For each column its name and its ``n`` cells: texts, of which missing ones are "", or an array of numbers.
    names
        The position of the column that is known to name the rows; None if none is.
    """

    columns: Sequence[tuple[str, Sequence[str] | NDArray[Any]]]
    names: int | None = None

    def __len__(self) -> int:
        return len(self.columns[0][1]) if self.columns else 0

    def texts(self, index: int, count: int | None = None) -> list[str]:
        """Return the first cells of a column, or all of them, as texts."""
        cells = self.columns[index][1][:count]
        return [str(cell) for cell in cells.tolist()] if isinstance(cells, np.ndarray) else list(cells)

    def rows(self, count: int | None = None, width: int | None = None) -> list[tuple[str, ...]]:
        """Return the names and the first rows of the first columns, or all of them, as texts."""
        columns = [self.texts(k, count) for k in range(len(self.columns[:width]))]
        return [tuple(name for name, _ in self.columns[:width]), *zip(*columns, strict=True)]


class StoredArray(Protocol):
    """An array whose rows are read from a file when they are needed, such as `stored_rows.StoredRows`."""

    @property
    def shape(self) -> tuple[int, ...]:
        """``(n,)`` or ``(rows, n)``."""

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the numbers that are returned."""

    @property
    def ndim(self) -> int:
        """The number of dimensions."""

    @property
    def size(self) -> int:
        """The number of numbers."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int | slice, /) -> NDArray[Any]: ...

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]: ...

    def column(self, index: int) -> NDArray[Any]:
        """Return a column of an array of two dimensions."""


@dataclass(frozen=True)
class NumberTable:
    """An array of numbers.

    Attributes
    ----------
    values
        Shape ``(n,)`` or ``(rows, n)``, any real dtype; it may be read from a file when it is needed.
    labels
        ``n`` names of the categories; None if there are none.
    row_names
        Names of the rows; None if there are none.
    are_columns
        Whether the rows of ``values`` are columns of the file.
    """

    values: NDArray[Any] | StoredArray
    labels: tuple[str, ...] | None = None
    row_names: tuple[str, ...] | None = None
    are_columns: bool = False

    def __post_init__(self) -> None:
        if self.values.ndim not in (1, 2) or self.values.dtype.kind not in "biuf":
            raise DataError(
                gettext(
                    "expected real numbers in one or two dimensions, got shape {shape} and type {dtype}",
                    shape=self.values.shape,
                    dtype=self.values.dtype,
                ),
                gettext("save one row of numbers for each distribution"),
            )


Table: TypeAlias = "TextTable | RowsTable | ColumnsTable | NumberTable"


def is_empty(table: Table) -> bool:
    """Return whether a table has no cell with a content."""
    if isinstance(table, TextTable):
        return not table.text.strip()
    if isinstance(table, RowsTable):
        return not any(any(row) for row in table.rows)
    if isinstance(table, ColumnsTable):
        return len(table) == 0
    return table.values.size == 0


@dataclass(frozen=True)
class Contents:
    """The tables of a file.

    Attributes
    ----------
    source
        The name of the file as shown, or "standard input", or "the clipboard".
    tables
        The tables by name: the sheets of a workbook, the arrays of an archive, the objects of a JSON file. A file of
        one table has it under "".
    are_sheets
        Whether the tables are sheets, of which one is used, and not arrays, of which two may be P and Q.
    format_name
        The name of the format: "text", "npz".
    notes
        Sentences about what was assumed or skipped.
    """

    source: str
    tables: Mapping[str, Table]
    are_sheets: bool = False
    format_name: str = ""
    notes: tuple[str, ...] = field(default=())


def number_table(values: Any) -> NumberTable:
    """Return the table of an array; axes of length 1 in front are dropped, as those of a batch of one."""
    array = np.asanyarray(values)
    while array.ndim > 2 and array.shape[0] == 1:
        array = array[0]
    return NumberTable(array)
