"""The undo history of the comparison: an immutable value without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from klscope.model.comparison import Comparison
from klscope.model.edits import Edit


@dataclass(frozen=True)
class Step:
    """An undo step: an edit, and the comparison before it."""

    edit: Edit
    before: Comparison
    after: Comparison


@dataclass(frozen=True)
class History:
    """The undo steps, and the number of them in effect.

    Attributes
    ----------
    first
        The comparison before any step.
    steps
        All steps, undone ones included, oldest first.
    position
        The number of steps in effect, 0 … len(steps).
    """

    first: Comparison
    steps: tuple[Step, ...] = ()
    position: int = 0

    @property
    def present(self) -> Comparison:
        """The current comparison."""
        return self.steps[self.position - 1].after if self.position else self.first

    @property
    def undoable(self) -> Step | None:
        """The step that undo reverts."""
        return self.steps[self.position - 1] if self.position else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo repeats."""
        return self.steps[self.position] if self.position < len(self.steps) else None

    def with_step(self, edit: Edit, after: Comparison) -> History:
        """Return the history with one more step and without undone ones; the same if the comparison is unchanged."""
        if _alike(after, self.present):
            return self
        steps = (*self.steps[: self.position], Step(edit, self.present, after))
        return History(self.first, steps, len(steps))

    def with_last_step_continued(self, edit: Edit, after: Comparison) -> History:
        """Return the history with ``after`` as the result of its last step, as auto-repeat of a key requires.

        After an undo a new step is made. If the comparison is unchanged, so is the history.
        """
        last = self.undoable
        if last is None or self.redoable is not None or _alike(after, self.present):
            return self.with_step(edit, after)
        if _alike(after, last.before):
            return History(self.first, self.steps[: self.position - 1], self.position - 1)
        steps = (*self.steps[: self.position - 1], Step(edit, last.before, after))
        return History(self.first, steps, len(steps))

    def at(self, position: int) -> History:
        """Return the history with ``position`` steps in effect (0 … len(steps))."""
        return History(self.first, self.steps, max(0, min(position, len(self.steps))))


def _alike(one: Comparison, other: Comparison) -> bool:
    """Return whether two comparisons and their origins are equal."""
    return one == other and one.origin == other.origin
