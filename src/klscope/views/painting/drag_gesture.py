"""A drag with the left button, from press to release, for everything that can be dragged in a chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent

from klscope.model.snapshot import Snapshot

Taken = TypeVar("Taken")


class DragGesture(QObject, Generic[Taken]):
    """A press that becomes a drag once the pointer has moved far enough.

    Parameters
    ----------
    parent : QObject
        The chart, which forwards its events.
    is_far : Callable[[QPointF], bool]
        Returns whether a displacement from the press is long enough for a drag.

    Attributes
    ----------
    taken
        The object that was pressed; None if there is none.
    press
        The position of the press, in logical pixels.
    is_dragging
        Whether the press has become a drag.

    Signals
    -------
    started()
        The press became a drag.
    ended()
        The gesture ended.
    clicked(object), finished(object), cancelled(object)
        After `ended`: the button was released before the drag started; it was released after; Esc was pressed.
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
        self.taken, self.press, self.is_dragging = taken, position, False

    def move(self, event: QMouseEvent, position: QPointF) -> bool:
        """Handle a mouse move; return whether a drag is in progress."""
        if self.taken is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self.finish()  # the release went to another window, such as a dialog
        if self.taken is not None and not self.is_dragging and self._is_far(position - self.press):
            self.is_dragging = True
            self.started.emit()
        return self.is_dragging

    def release(self, event: QMouseEvent) -> None:
        """Handle a release; that of the left button ends the gesture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.finish()

    def finish(self) -> None:
        """End the gesture as by a release."""
        self._end(self.finished if self.is_dragging else self.clicked)

    def key(self, event: QKeyEvent) -> bool:
        """Handle a key press; return whether it is consumed. A drag consumes all keys; Esc cancels it."""
        if not self.is_dragging:
            return False
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self._end(self.cancelled)
        return True

    def show_snapshot(self, old: Snapshot | None, new: Snapshot, changed: bool) -> None:
        """End the gesture if another edit interrupted it (undo, a command), or if the pressed object ``changed``."""
        if old is None or self.taken is None:
            return
        over = old.in_gesture and not new.in_gesture if self.is_dragging else changed
        if over or old.comparison.n != new.comparison.n:
            self.let_go()

    def let_go(self) -> None:
        """End the gesture without `clicked`, `finished` or `cancelled`."""
        self.taken, self.is_dragging = None, False
        self.ended.emit()

    def _end(self, signal: SignalInstance) -> None:
        taken = self.taken
        self.let_go()
        if taken is not None:
            signal.emit(taken)
