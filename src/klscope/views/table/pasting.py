"""A text pasted into *Edit values*: its reading, the resulting table, and mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from klscope.files.tables import words
from klscope.files.tables.filling import Filled, fill
from klscope.files.tables.grid import Cell
from klscope.files.tables.mistakes import Mistake, MistakeKind, summary
from klscope.files.tables.places import Texts
from klscope.files.tables.reading import TableReading, read_table


@dataclass(frozen=True)
class Paste:
    """A text pasted into a table.

    Attributes
    ----------
    reading
        The text, read in one format.
    over
        Names, P and Q before.
    row, column
        The current cell.
    """

    reading: TableReading
    over: Texts
    row: int
    column: int

    @cached_property
    def filled(self) -> Filled | None:
        """The resulting table; None if the text is not a table."""
        return fill(self.over, self.row, self.column, self.reading) if self.reading.can_be_shown else None

    @property
    def refusal(self) -> str:
        """Why nothing was pasted; empty if something was."""
        if self.filled is not None:
            return ""
        return summary(self.reading.mistakes or (Mistake(MistakeKind.NO_NUMBERS),))

    @cached_property
    def _mistakes(self) -> dict[tuple[int, int], Mistake]:
        """The mistakes by line and cell of the text."""
        return {(mistake.line, mistake.place): mistake for mistake in self.reading.mistakes if mistake.in_a_cell}

    @property
    def alternatives(self) -> list[str]:
        """Names of other formats of the text."""
        return [words.of_alternative(other) for other in self.reading.alternatives]

    def read_otherwise(self, place: int) -> Paste:
        """Return the paste with the text read in another format."""
        return Paste(
            read_table(self.reading.text, self.reading.alternatives[place].table_format),
            self.over,
            self.row,
            self.column,
        )

    @property
    def sentence(self) -> str:
        """A sentence on how the text was read; empty for an unambiguous single value."""
        return "" if self.filled is None else words.of_reading(self.reading, self.filled)

    @property
    def cursor(self) -> tuple[int, int]:
        """The cell to show: that of the first mistake, else the first one pasted."""
        if self.reading.is_one_value:
            return self.row, self.column
        for row in range(self.reading.n if self._mistakes else 0):
            for place, origins in enumerate(self.filled.origins if self.filled is not None else ()):
                if self.mistake_of(origins[row]):
                    return row, place
        return 0, self.column

    def mistake_of(self, cell: Cell | None) -> str:
        """Return the mistake in a cell of the text; empty if there is none."""
        mistake = None if cell is None else self._mistakes.get((cell.line, cell.place))
        return "" if mistake is None else summary((mistake,))


def paste_over(text: str, over: Texts, row: int, column: int) -> Paste:
    """Return the paste of a text, read in the most plausible format."""
    return Paste(read_table(text), over, row, column)
