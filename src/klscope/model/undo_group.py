"""An undo group: many small edits, and gestures on P between them, as one undo step."""

from __future__ import annotations

from dataclasses import dataclass

from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit, GestureEdit
from klscope.model.history import History


@dataclass(frozen=True)
class UndoGroup:
    """An open undo group.

    Attributes
    ----------
    position
        The number of steps in effect before it.
    edit
        Its last edit, which names its step; None before the first.
    """

    position: int
    edit: Edit | None = None

    @staticmethod
    def joins(edit: Edit | None) -> bool:
        """Return whether another edit belongs to the group: only gestures on P do."""
        return isinstance(edit, GestureEdit) and edit.side is Side.P

    def grown(self, history: History, edit: Edit, after: Comparison) -> History:
        """Return the history with ``after`` as the result of the group's step.

        Before the first edit of the group, ``edit`` names the step.
        """
        name = self.edit or edit
        if history.position > self.position:
            return history.with_last_step_continued(name, after)
        return history.with_step(name, after)
