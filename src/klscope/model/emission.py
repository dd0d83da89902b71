"""The time while an object tells its listeners of a change: no one may write to it then, and some acts wait for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from types import TracebackType
from typing import Any, Protocol


class Emission:
    """Entered while the listeners are called."""

    def __init__(self) -> None:
        self._going_on = False
        self._waiting: list[Callable[[], None]] = []

    def __enter__(self) -> None:
        self._going_on = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._going_on = False
        while self._waiting:
            self._waiting.pop(0)()

    def check_over(self) -> None:
        """Raise RuntimeError while listeners are called."""
        if self._going_on:
            raise RuntimeError("the store was written while it was telling its listeners of a change")

    def when_over(self, act: Callable[[], None]) -> None:
        """Do ``act`` now, or, while listeners are called, as soon as all were."""
        if self._going_on:
            self._waiting.append(act)
        else:
            act()


class Emitting(Protocol):
    """What has an `Emission`."""

    _emission: Emission


def after_emission(method: Callable[..., None]) -> Callable[..., None]:
    """Return a method that takes effect at once or, called during the emission, when it is over."""

    @wraps(method)
    def now_or_later(owner: Emitting, *args: Any) -> None:
        owner._emission.when_over(partial(method, owner, *args))

    return now_or_later
