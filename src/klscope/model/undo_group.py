"""A run: many small edits, and what a hand does to P meanwhile, as one undo step."""

from __future__ import annotations

from dataclasses import dataclass, replace

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, GestureEdit
from klscope.model.history import History


@dataclass(frozen=True)
class UndoGroup:
    """A run in progress.

    Attributes
    ----------
    position
        How many steps were in force before it.
    edit
        The last edit of its own, which names its step; None before the first.
    """

    position: int
    edit: Edit | None = None

    def advanced(self, edit: Edit) -> UndoGroup:
        """Return the run one edit of its own further."""
        return replace(self, edit=edit)

    @staticmethod
    def joins(edit: Edit | None) -> bool:
        """Tell whether an edit made meanwhile belongs to the run: a hand on P does; anything else ends it."""
        return isinstance(edit, GestureEdit) and edit.side is Side.P

    def grown(self, history: History, edit: Edit, after: Comparison) -> History:
        """Return the history with the run's step ending in ``after``; ``edit`` names it where the run has not begun."""
        name = self.edit or edit
        if history.position > self.position:
            return history.with_last_step_continued(name, after)
        return history.with_step(name, after)
