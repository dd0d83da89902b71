"""The one probability axis that P and Q share: it settles between gestures and never moves under the hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from klscope.model.snapshot import Snapshot
from klscope.views.painting.animated import Animated
from klscope.views.painting.axes import Range, probability_top


class ProbabilityScale(QObject):
    """The top of the axis of both probability charts; its bottom is 0.

    Signals
    -------
    changed()
        The top is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fresh = True
        self.animated = True
        self._range = Animated(self, Range(0.0, 1.0))
        self._range.moved.connect(self.changed)

    @property
    def top(self) -> float:
        """The probability at the upper edge of both charts; above 1 only while a hand needs the room."""
        return self._range.shown.high

    def settle(self, snapshot: Snapshot) -> None:
        """Move to the axis these distributions ask for, unless a gesture is in progress."""
        if snapshot.axes_frozen:
            return
        target = probability_top(snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities)
        if self._fresh or not self.animated:
            self._fresh = False
            self.set_top(target)
        else:
            self._range.go(Range(0.0, target))

    def stop(self) -> None:
        """Stay where the axis is: a hand has come down."""
        self._range.stay()

    def set_top(self, top: float) -> None:
        """Put the top at ``top`` at once."""
        before = self.top
        self._range.put(Range(0.0, top))
        if top != before:
            self.changed.emit()
