"""How many steps are due when so many a second are to follow one another, whatever else the machine does meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from klscope.model.training_run import USUAL_SPEED


class Pace:
    """Counts steps by the time that has passed, so that late ticks of a clock cost no steps.

    Parameters
    ----------
    now
        Returns the time in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._speed = USUAL_SPEED
        self._from, self._counted = 0.0, 0

    @property
    def speed(self) -> int:
        """How many steps are due a second."""
        return self._speed

    def set_speed(self, speed: int) -> None:
        """Let so many steps be due a second, the next one after the time that one takes."""
        self._speed = speed
        self._count_from_now(1)

    def start(self) -> None:
        """Let the first step be due at once."""
        self._count_from_now(0)

    def due(self, most: int) -> int:
        """Return how many steps are to be made now; of more than ``most`` the rest is given up."""
        due = 1 + int((self._now() - self._from) * self._speed) - self._counted
        if due > most:
            self._count_from_now(1)
            return most
        self._counted += due
        return due

    def _count_from_now(self, counted: int) -> None:
        self._from, self._counted = self._now(), counted
