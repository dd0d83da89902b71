"""A clock for steps at a constant rate, independent of the timing of timer events."""

from __future__ import annotations

from collections.abc import Callable

from klscope.model.training_run import USUAL_SPEED


class Pace:
    """Counts due steps by the elapsed time in seconds (``now``), so that late timer events lose no steps."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._speed = USUAL_SPEED
        self._from, self._counted = 0.0, 0

    @property
    def speed(self) -> int:
        """The number of steps per second."""
        return self._speed

    def set_speed(self, speed: int) -> None:
        """Set the number of steps per second; the next step is due after one interval."""
        self._speed = speed
        self._count_from_now(1)

    def start(self) -> None:
        """Make the first step due at once."""
        self._count_from_now(0)

    def due(self, most: int) -> int:
        """Return the number of due steps, at most ``most``; the rest is dropped."""
        due = 1 + int((self._now() - self._from) * self._speed) - self._counted
        if due > most:
            self._count_from_now(1)
            return most
        self._counted += due
        return due

    def _count_from_now(self, counted: int) -> None:
        self._from, self._counted = self._now(), counted
