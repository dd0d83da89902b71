"""Errors in a table that was read, with the line and the cell of the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from klscope.files.weights_text import WeightError, quoted
from klscope.wording import gettext, mark, ngettext, translated


class MistakeKind(Enum):
    """Kinds of mistakes. Some concern one cell, where the user can correct it; others concern the whole text."""

    NOTHING = mark("there is nothing to read")
    TOO_MUCH = mark("more than {width} lines or characters; shorten it")
    QUOTES = mark("line {line}: a quotation mark is opened and does not end")
    MORE_CELLS = mark("line {line} has more cells than the others, {place} instead of {width}")
    FEWER_CELLS = mark("line {line} has fewer cells than the others, {place} instead of {width}")
    NO_NUMBERS = mark("there is no column of numbers here")
    ONE_CATEGORY = mark("there is one category here; at least two are needed")
    WHICH_COLUMNS = mark("there are {width} columns of numbers here; keep two, or head two of them P and Q")
    WHICH_NAMES = mark("there are {width} columns of words here; keep the one that names the categories")
    WEIGHT = "weight"
    NO_NAME = mark("line {line}, cell {place}: a category has no name")
    SAME_NAME = mark("line {line}, cell {place}: {text} is also the name in line {width}")


_IN_A_CELL = {MistakeKind.WEIGHT, MistakeKind.NO_NAME, MistakeKind.SAME_NAME}


@dataclass(frozen=True)
class Mistake:
    """A mistake at a position in the text.

    Attributes
    ----------
    kind
        What is wrong.
    line, place
        The line of the text and the cell of the line, from 1; 0 if there is none. With `MORE_CELLS` and
        `FEWER_CELLS`, ``place`` is the number of cells.
    width
        The second number of the message, such as the expected number of cells.
    text
        The text of the cell, if the message quotes it.
    error
        The error of a weight.
    """

    kind: MistakeKind
    line: int = 0
    place: int = 0
    width: int = 0
    text: str = ""
    error: WeightError | None = None

    @property
    def in_a_cell(self) -> bool:
        """Whether the user can correct it in one cell."""
        return self.kind in _IN_A_CELL

    def __str__(self) -> str:
        if self.error is not None:
            return gettext(
                "line {line}, cell {place}: {reason}", line=self.line, place=self.place, reason=self.error.reason
            )
        return translated(self.kind.value).format(
            line=self.line, place=self.place, width=f"{self.width:,}", text=quoted(self.text)
        )


def summary(mistakes: tuple[Mistake, ...]) -> str:
    """Return the first mistake as a sentence, and the number of the others."""
    first = str(mistakes[0])
    sentence = first[0].upper() + first[1:] + "."
    if len(mistakes) == 1:
        return sentence
    more = ngettext("{count} mistake more.", "{count} mistakes more.", count=len(mistakes) - 1)
    return f"{sentence} {more}"
