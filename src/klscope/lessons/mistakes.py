"""Mistakes in the text of a lesson. The reader collects all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from klscope.wording import with_remedy

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class Mistake:
    """A mistake: its file, its line from 1, what is wrong, and a remedy."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"

    @property
    def sentence(self) -> str:
        """What is wrong, and the remedy."""
        return with_remedy(self.what, self.remedy)


class LessonError(ValueError):
    """A text is not a valid lesson; `mistakes` has all its mistakes, ordered by line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class ExpressionError(ValueError):
    """An expression or a goal cannot be parsed: what is wrong, and a remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(with_remedy(what, remedy))


class Mistakes:
    """Collects the mistakes in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: set[Mistake] = set()

    def add(self, line: int, what: str, remedy: str) -> None:
        """Add a mistake, unless it was added before."""
        self._found.add(Mistake(self.file, line, what, remedy))

    def attempt(self, line: int, read: Callable[[], T]) -> T | None:
        """Return what ``read`` returns; None after adding the `ExpressionError` that it raises."""
        try:
            return read()
        except ExpressionError as error:
            self.add(line, error.what, error.remedy)
            return None

    def raise_any(self) -> None:
        """Raise `LessonError` if there are mistakes."""
        if self._found:
            raise LessonError(sorted(self._found))
