"""The one probability axis that P and Q share: it settles between gestures and never moves under the hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from klscope.model.snapshot import Snapshot
from klscope.views.painting.axes import probability_top

SETTLING_MILLISECONDS = 180


def settling(parent: QObject, moved: Callable[[float], None], milliseconds: int) -> QVariantAnimation:
    """Return the animation all that settles uses: from 0 to 1, slow at both ends, telling ``moved`` where it is."""
    animation = QVariantAnimation(parent)
    animation.setDuration(milliseconds)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
    animation.valueChanged.connect(moved)
    return animation


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
        self._top = 1.0
        self._fresh = True
        self.animated = True
        self._animation = settling(self, self._step, SETTLING_MILLISECONDS)

    @property
    def top(self) -> float:
        """The probability at the upper edge of both charts; above 1 only while a hand needs the room."""
        return self._top

    def settle(self, snapshot: Snapshot) -> None:
        """Move to the axis these distributions ask for, unless a gesture is in progress."""
        if snapshot.axes_frozen:
            return
        target = probability_top(snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities)
        if self._fresh or not self.animated:
            self._fresh = False
            self.stop()
            self.set_top(target)
        elif target != (self._animation.endValue() if self._is_moving() else self._top):
            self._animation.stop()
            self._animation.setStartValue(self._top)
            self._animation.setEndValue(target)
            self._animation.start()

    def stop(self) -> None:
        """Stay where the axis is: a hand has come down."""
        self._animation.stop()

    def set_top(self, top: float) -> None:
        """Put the top at ``top`` at once."""
        if top != self._top:
            self._top = top
            self.changed.emit()

    def _is_moving(self) -> bool:
        return self._animation.state() is QVariantAnimation.State.Running

    def _step(self, value: float) -> None:
        if self._is_moving():
            # from + (to − from) is not always to: a top that is short of a tick by a rounding would hide its number
            ended = self._animation.currentTime() >= self._animation.duration()
            self.set_top(float(self._animation.endValue() if ended else value))
