"""Past, present and future of the comparison, as a value: pure, so that undo can be reasoned about without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from klscope.model.comparison import Comparison
from klscope.model.edits import Edit


@dataclass(frozen=True)
class Step:
    """One undo step: the edit, and the comparison it was made on."""

    edit: Edit
    before: Comparison
    after: Comparison


@dataclass(frozen=True)
class History:
    """The steps so far, and how many of them are done.

    Attributes
    ----------
    first
        The comparison before any step.
    steps
        All steps, undone ones included, oldest first.
    position
        How many steps are in force, 0 … len(steps).
    """

    first: Comparison
    steps: tuple[Step, ...] = ()
    position: int = 0

    @property
    def present(self) -> Comparison:
        """The comparison in force."""
        return self.steps[self.position - 1].after if self.position else self.first

    @property
    def undoable(self) -> Step | None:
        """The step that undo would take back."""
        return self.steps[self.position - 1] if self.position else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo would make again."""
        return self.steps[self.position] if self.position < len(self.steps) else None

    def with_step(self, edit: Edit, after: Comparison) -> History:
        """Return the history one step on; undone steps are gone. A step that changes nothing is none."""
        if _alike(after, self.present):
            return self
        steps = (*self.steps[: self.position], Step(edit, self.present, after))
        return History(self.first, steps, len(steps))

    def with_last_step_continued(self, edit: Edit, after: Comparison) -> History:
        """Return the history with its last step ending in ``after``: what a held key does.

        After an undo there is no step to go on with: that makes a new one. What changes nothing leaves all as it is.
        """
        last = self.undoable
        if last is None or self.redoable is not None or _alike(after, self.present):
            return self.with_step(edit, after)
        if _alike(after, last.before):
            return History(self.first, self.steps[: self.position - 1], self.position - 1)
        steps = (*self.steps[: self.position - 1], Step(edit, last.before, after))
        return History(self.first, steps, len(steps))

    def at(self, position: int) -> History:
        """Return the history with ``position`` steps in force (0 … len(steps))."""
        return History(self.first, self.steps, max(0, min(position, len(self.steps))))


def _alike(one: Comparison, other: Comparison) -> bool:
    """Tell whether two comparisons hold the same, and *Reset* leads from both to the same."""
    return one == other and one.origin == other.origin
