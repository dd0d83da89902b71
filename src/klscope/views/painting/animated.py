"""What moves smoothly to where it belongs, as the range of an axis does, and stays where it is under a hand."""

from __future__ import annotations

from typing import Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

MILLISECONDS = 180


class Between(Protocol):
    """A value of which there are values between."""

    def towards(self, other: Self, part: float) -> Self:
        """Return the value ``part`` (0 … 1) of the way to ``other``."""


Shown = TypeVar("Shown", bound=Between)


class Animated(QObject, Generic[Shown]):
    """A value as it is shown, on its way to another: slow at both ends.

    Attributes
    ----------
    shown
        The value now.
    target
        Where it is going; may be changed on the way.

    Signals
    -------
    moved()
        It is shown at another place; not emitted for what a caller does.
    """

    moved = Signal()

    def __init__(self, parent: QObject, shown: Shown) -> None:
        super().__init__(parent)
        self.shown = self.target = self._start = shown
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._animation.valueChanged.connect(self._move)

    @property
    def is_moving(self) -> bool:
        """Whether it is on its way."""
        return self._animation.state() is QVariantAnimation.State.Running

    def put(self, value: Shown) -> None:
        """Show a value at once."""
        self._animation.stop()
        self.shown = self.target = value

    def go(self, target: Shown, at_once: bool = False) -> None:
        """Start for another target, unless it is on its way there."""
        if at_once:
            self.put(target)
        elif target != self.target:
            self._animation.stop()
            self._start, self.target = self.shown, target
            self._animation.start()

    def stay(self) -> None:
        """Stop here: a hand has come down."""
        self.put(self.shown)

    def _move(self, part: float) -> None:
        if self.is_moving:
            self.shown = self._start.towards(self.target, part) if part < 1.0 else self.target
            self.moved.emit()
