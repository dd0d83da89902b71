"""The controller of bar charts: turns mouse and keyboard input into edits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from klscope.controllers.editor import Editor
from klscope.controllers.repeats import KeyRepeats
from klscope.model.comparison import Side
from klscope.model.edits import Edit, Gesture, Paint, ScaleGroup, SetLock, SetProbability
from klscope.theory.editing import EditRefusedError, Refusal


class BarEditController(QObject):
    """Drags, strokes and key steps on one side."""

    def __init__(self, editor: Editor, side: Side) -> None:
        super().__init__(editor)
        self._editor = editor
        self._store = editor.store
        self._side = side
        self._repeats = KeyRepeats()

    # -- the mouse ----------------------------------------------------------------------------------------------

    def start_drag(self, index: int) -> None:
        """Start a drag, with a warning if its result may surprise."""
        selected = self._store.view.selected
        if index in selected and index != selected[-1]:  # the dragged bar is the one that keys and commands act on next
            self._store.select((*(one for one in selected if one != index), index), self._side)
        self._editor.warn_of_equal_shares(self._side, *self._store.view.moved_with(index))

    def start_drag_alone(self, index: int) -> None:
        """Start a drag of a bar without the other selected ones."""
        self._store.select((index,), self._side)
        self.start_drag(index)

    def drag(self, index: int, value: float) -> None:
        """Preview the value at the pointer."""
        self._editor.drag(self._moved(index, value, Gesture.DRAG))

    def _moved(self, index: int, value: float, gesture: Gesture) -> Edit:
        """Return the edit that sets a bar; other selected bars move with it as a group."""
        together = self._store.view.moved_with(index)
        if len(together) > 1:
            return ScaleGroup(self._side, together, index, value, gesture)
        return SetProbability(self._side, index, value, gesture)

    def paint(self, heights: tuple[tuple[int, float], ...]) -> None:
        """Preview the heights painted so far."""
        self._editor.preview(Paint(self._side, heights))

    # -- the keyboard -------------------------------------------------------------------------------------------

    def step(self, index: int, amount: float) -> None:
        """Change a bar by ``amount``; ±1 sets it to the ceiling or 0."""
        comparison = self._store.comparison
        if comparison.locks(self._side)[index]:
            self._editor.refused.emit(EditRefusedError(Refusal.LOCKED, index=index), self._side)
            return
        value = float(comparison.distribution(self._side).probabilities[index])
        # steps are added in decimal; Home and End go to the ends
        value = min(1.0, max(0.0, value + amount if abs(amount) >= 1.0 else round(value + amount, 12)))
        key = (self._store.view.moved_with(index), index, amount)
        continuing = self._repeats.continues(key, self._store.history)
        if not continuing:
            self._editor.warn_of_equal_shares(self._side, *self._store.view.moved_with(index))
        edit = self._moved(index, value, Gesture.KEYS)
        if self._editor.perform(edit, continuing):
            self._repeats.note(key, edit)

    def step_alone(self, index: int, amount: float) -> None:
        """Change a bar by ``amount`` without the other selected ones."""
        self._store.select((index,), self._side)
        self.step(index, amount)

    def move_selection(self, columns: int, growing: bool) -> None:
        """Select the next bar to the left or right."""
        view, n = self._store.view, self._store.comparison.n
        index = min(n - 1, max(0, view.current + columns))
        if growing:
            rest = tuple(one for one in view.selected if one != index)
            self._store.select((*rest, index), self._side)
        else:
            self._store.select((index,), self._side)

    # -- selection and locks ------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Make this side the one that commands act on."""
        self._store.set_active(self._side)

    def select(self, index: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select a bar; Ctrl toggles it, and Shift extends the selection to it."""
        selected = self._store.view.selected
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            rest = tuple(one for one in selected if one != index)
            self._store.select(rest if index in selected and rest else (*rest, index), self._side)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            first = selected[0] if selected else index
            between = range(min(first, index), max(first, index) + 1)
            self._store.select((first, *(one for one in between if one not in (first, index)), index), self._side)
        else:
            self._store.select((index,), self._side)

    def select_many(self, indices: tuple[int, ...]) -> None:
        """Select the bars inside the rubber band."""
        self._store.select(indices, self._side)

    def toggle_lock(self, index: int) -> None:
        """Lock or unlock a bar."""
        locked = bool(self._store.comparison.locks(self._side)[index])
        self._editor.perform(SetLock(self._side, (index,), not locked))
