"""The emission of a signal: a flag that forbids writes and defers calls until all slots have returned."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, Protocol


class Emission:
    """A context manager, active while slots are called."""

    def __init__(self) -> None:
        self._going_on = False
        self._waiting: list[Callable[[], None]] = []

    def __enter__(self) -> None:
        self._going_on = True

    def __exit__(self, *_error: object) -> None:
        self._going_on = False
        while self._waiting:
            self._waiting.pop(0)()

    def check_over(self) -> None:
        """Raise RuntimeError during an emission."""
        if self._going_on:
            raise RuntimeError("the store was written while it was telling its listeners of a change")

    def when_over(self, act: Callable[[], None]) -> None:
        """Call ``act`` now or, during an emission, after it."""
        if self._going_on:
            self._waiting.append(act)
        else:
            act()


class Emitting(Protocol):
    """An object with an `Emission`."""

    _emission: Emission


def after_emission(method: Callable[..., None]) -> Callable[..., None]:
    """Return a method that runs at once or, called during an emission, after it."""

    @wraps(method)
    def now_or_later(owner: Emitting, *args: Any) -> None:
        owner._emission.when_over(partial(method, owner, *args))

    return now_or_later
