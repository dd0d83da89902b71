"""The controller of points of the simplex: turns drags and keys in the landscape into edits."""

from __future__ import annotations

from PySide6.QtCore import QObject

from klscope.controllers.editor import Editor
from klscope.controllers.repeats import KeyRepeats
from klscope.model.comparison import Side
from klscope.model.edits import Gesture, SetDistribution
from klscope.theory.editing import EditRefusedError, Refusal


class PointEditController(QObject):
    """Drags and key steps of P and Q as points."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._store = editor.store
        self._repeats = KeyRepeats()

    def drag(self, side: Side, values: tuple[float, ...]) -> None:
        """Preview the point at the pointer."""
        self._editor.drag(SetDistribution(side, values))

    def give(self, side: Side, giver: int, taker: int, amount: float) -> None:
        """Move up to ``amount`` ≥ 0 from one category to another, by a key; others do not change."""
        comparison = self._store.comparison
        locks = comparison.locks(side)
        for index in (giver, taker):
            if locks[index]:
                self._editor.refused.emit(EditRefusedError(Refusal.LOCKED, index=index), side)
                return
        values = comparison.distribution(side).probabilities.tolist()
        moved = min(amount, values[giver])
        # steps are added in decimal
        for index, change in ((giver, -moved), (taker, moved)):
            values[index] = min(1.0, max(0.0, round(values[index] + change, 12)))
        if moved > 0.0:
            self.step(side, tuple(values), (side, giver, taker, amount))

    def step(self, side: Side, values: tuple[float, ...], key: object) -> None:
        """Set a point by a key; repeats of one ``key`` are one undo step."""
        edit = SetDistribution(side, values, Gesture.KEYS)
        if self._editor.perform(edit, self._repeats.continues(key, self._store.history)):
            self._repeats.note(key, edit)
