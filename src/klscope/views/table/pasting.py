"""A text pasted into *Edit values*: how it was read, what becomes of the table, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from klscope.files.tables import words
from klscope.files.tables.filling import Filled, fill
from klscope.files.tables.grid import Cell
from klscope.files.tables.mistakes import Mistake, MistakeKind
from klscope.files.tables.reading import Alternative, TableReading, read_table

MOST_OTHERS = 3
Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paste:
    """A text pasted over a table, with the cursor in a cell of it.

    Attributes
    ----------
    reading
        The text, read in one way.
    over
        Names, P and Q as they were.
    row, column
        The cell under the cursor.
    """

    reading: TableReading
    over: Texts
    row: int
    column: int

    @cached_property
    def filled(self) -> Filled | None:
        """What the table becomes; None where nothing changes, for the text as a whole is no table."""
        return fill(self.over, self.row, self.column, self.reading) if self.reading.can_be_shown else None

    @property
    def refusal(self) -> tuple[Mistake, ...]:
        """Why nothing changes; empty where something does."""
        if self.filled is not None:
            return ()
        return self.reading.mistakes or (Mistake(MistakeKind.NO_NUMBERS),)

    @cached_property
    def mistakes(self) -> dict[tuple[int, int], Mistake]:
        """The mistakes in cells, by line and cell of the text."""
        return {(mistake.line, mistake.place): mistake for mistake in self.reading.mistakes if mistake.in_a_cell}

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Other ways to read the text."""
        return self.reading.alternatives[:MOST_OTHERS]

    def read_otherwise(self, place: int) -> Paste:
        """Return the same text, pasted over the same table, read in another way."""
        return Paste(
            read_table(self.reading.text, self.alternatives[place].table_format), self.over, self.row, self.column
        )

    @property
    def sentence(self) -> str:
        """How the text was read; empty where it is one value that can mean nothing else."""
        return "" if self.filled is None else words.of_reading(self.reading, self.filled)

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and column to look at: of the first mistake, else where the paste began."""
        if self.reading.is_one_value:
            return self.row, self.column
        for row in range(self.reading.n if self.mistakes else 0):
            for place, origins in enumerate(self.filled.origins if self.filled is not None else ()):
                if self.mistake_of(origins[row]) is not None:
                    return row, place
        return 0, self.column

    def mistake_of(self, cell: Cell | None) -> Mistake | None:
        """Return what is wrong with a cell of the text; None for one that was not pasted."""
        return None if cell is None else self.mistakes.get((cell.line, cell.place))


def paste_over(text: str, over: Texts, row: int, column: int) -> Paste:
    """Return a text pasted over a table, read in the most plausible way."""
    return Paste(read_table(text), over, row, column)
