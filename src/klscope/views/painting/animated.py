"""An animated value, such as the range of an axis."""

from __future__ import annotations

from typing import Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

MILLISECONDS = 180


class Interpolable(Protocol):
    """A value with linear interpolation."""

    def towards(self, other: Self, part: float) -> Self:
        """Return the interpolation with ``other``; ``part`` is from 0 to 1."""


Shown = TypeVar("Shown", bound=Interpolable)


class Animated(QObject, Generic[Shown]):
    """A value that is animated to its target, with easing at both ends.

    ``target`` may be changed during the animation.

    Signals
    -------
    moved()
        The animation changed ``shown``; not emitted by `jump_to`.
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
        return self._animation.state() is QVariantAnimation.State.Running

    def jump_to(self, value: Shown) -> None:
        self._animation.stop()
        self.shown = self.target = value

    def animate_to(self, target: Shown, at_once: bool = False) -> None:
        """Animate to ``target``, unless it is the target already."""
        if at_once:
            self.jump_to(target)
        elif target != self.target:
            self._animation.stop()
            self._start, self.target = self.shown, target
            self._animation.start()

    def stop(self) -> None:
        """Stop at the current value, at the start of a drag."""
        self.jump_to(self.shown)

    def _move(self, part: float) -> None:
        if self.is_moving:
            self.shown = self._start.towards(self.target, part) if part < 1.0 else self.target
            self.moved.emit()
