"""The press, the moves and the release of one drag: the same for everything that is dragged in a chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent

from klscope.model.snapshot import Snapshot

Taken = TypeVar("Taken")


class DragGesture(QObject, Generic[Taken]):
    """What the left button took, which is dragged once the pointer has moved far enough.

    Parameters
    ----------
    parent : QObject
        The chart, which hands on its events.
    is_far : Callable[[QPointF], bool]
        Tells whether a way from the press is long enough for a drag.

    Attributes
    ----------
    taken
        What was pressed; None: nothing is.
    press
        Where, in pixels of the usual size.
    is_dragging
        Whether the pointer has moved far enough.

    Signals
    -------
    started()
        It is a drag now.
    ended()
        Nothing is taken any longer.
    clicked(object), finished(object), cancelled(object)
        After `ended`: the button was released before and after it became a drag; Esc was pressed.
    """

    started = Signal()
    ended = Signal()
    clicked = Signal(object)
    finished = Signal(object)
    cancelled = Signal(object)

    def __init__(self, parent: QObject, is_far: Callable[[QPointF], bool]) -> None:
        super().__init__(parent)
        self._is_far = is_far
        self.taken: Taken | None = None
        self.press = QPointF()
        self.is_dragging = False

    def take(self, taken: Taken, position: QPointF) -> None:
        """Begin with a press."""
        self.taken, self.press, self.is_dragging = taken, position, False

    def move(self, event: QMouseEvent, position: QPointF) -> bool:
        """Follow the pointer, and return whether something is dragged."""
        if self.taken is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.finish()  # it was released where the chart did not see it, over a dialog
        if self.taken is not None and not self.is_dragging and self._is_far(position - self.press):
            self.is_dragging = True
            self.started.emit()
        return self.is_dragging

    def release(self, event: QMouseEvent) -> None:
        """End with the release of the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.finish()

    def finish(self) -> None:
        """End as a release does."""
        self._end(self.finished if self.is_dragging else self.clicked)

    def key(self, event: QKeyEvent) -> bool:
        """Return whether a drag took the key: it takes all, and Esc ends it."""
        if not self.is_dragging:
            return False
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self._end(self.cancelled)
        return True

    def show_snapshot(self, old: Snapshot | None, new: Snapshot, changed: bool) -> None:
        """Let go where the gesture ended elsewhere (undo, a command), or what was pressed has ``changed``."""
        if old is None or self.taken is None:
            return
        over = old.in_gesture and not new.in_gesture if self.is_dragging else changed
        if over or old.comparison.n != new.comparison.n:
            self.let_go()

    def let_go(self) -> None:
        """End without `clicked`, `finished` or `cancelled`."""
        self.taken, self.is_dragging = None, False
        self.ended.emit()

    def _end(self, signal: SignalInstance) -> None:
        taken = self.taken
        self.let_go()
        if taken is not None:
            signal.emit(taken)
