"""Mistakes in the text of a lesson: where each is, what is wrong, and what to do. All are collected, not the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klscope.wording import with_remedy


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake: the file and the line it is on, counted from 1, what is wrong, and what to do about it."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do about it."""
        return with_remedy(self.what, self.remedy)


class LessonError(ValueError):
    """A text that makes no lesson; `mistakes` has all that is wrong with it, in the order of its lines."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class ExpressionError(ValueError):
    """An expression or a goal that cannot be read: what is wrong with it, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(with_remedy(what, remedy))


class Mistakes:
    """The mistakes found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: set[Mistake] = set()

    def add(self, line: int, what: str, remedy: str) -> None:
        """Note a mistake; the same one twice on a line is one."""
        self._found.add(Mistake(self.file, line, what, remedy))

    def add_error(self, line: int, error: ExpressionError) -> None:
        """Note what an expression's reader found."""
        self.add(line, error.what, error.remedy)

    def raise_any(self) -> None:
        """Raise `LessonError` if there are any."""
        if self._found:
            raise LessonError(sorted(self._found))
