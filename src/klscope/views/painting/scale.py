"""The probability axis that the charts of P and Q share; it is animated, but not during a gesture."""

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
        `top` changed.
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
        """The probability at the upper edge of both charts; above 1 only during a drag that needs it."""
        return self._range.shown.high

    def animate_to(self, snapshot: Snapshot) -> None:
        """Animate to the range for these distributions, unless a gesture is in progress."""
        if snapshot.axes_frozen:
            return
        target = probability_top(snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities)
        if self._fresh or not self.animated:
            self._fresh = False
            self.set_top(target)
        else:
            self._range.animate_to(Range(0.0, target))

    def stop(self) -> None:
        self._range.stop()

    def set_top(self, top: float) -> None:
        before = self.top
        self._range.jump_to(Range(0.0, top))
        if top != before:
            self.changed.emit()
