"""Pinned comparisons with names, one of which the current one is compared with; immutable values.

Pins are not part of the history: undo never removes one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from string import ascii_uppercase

from klscope.model.comparison import Comparison
from klscope.theory.log_measured import measures_of
from klscope.theory.measures import Measures

MOST_PINS = len(ascii_uppercase)
"""The number of letters, so that a default name is always free."""

ROUNDING = 32.0 * 2.0**-52
"""The relative difference of two measures within their rounding errors."""


class PinRefusal(Enum):
    """The reason why a change of the pins is refused."""

    NO_NAME = "no name"
    NAME_TAKEN = "name taken"
    TOO_MANY = "too many"


class PinRefusedError(ValueError):
    """A refused change of the pins, which stay unchanged.

    Attributes
    ----------
    refusal
        The reason, without words: views translate it.
    name
        The name concerned, normalised.
    """

    def __init__(self, refusal: PinRefusal, name: str = "") -> None:
        super().__init__(f"{refusal.value}: {name!r}" if name else refusal.value)
        self.refusal = refusal
        self.name = name


@dataclass(frozen=True)
class Pin:
    """A comparison with a name.

    Attributes
    ----------
    name
        The name that the user chose.
    comparison
        Labels, P, Q and locks, without the origin.
    """

    name: str
    comparison: Comparison

    def __post_init__(self) -> None:
        object.__setattr__(self, "comparison", replace(self.comparison, origin=None))

    @cached_property
    def measures(self) -> Measures:
        """All its measures, in nats, each computed on first access."""
        return measures_of(self.comparison.p, self.comparison.q)


@dataclass(frozen=True)
class Pins:
    """The pins in order of creation, and the one that the current comparison is compared with.

    Attributes
    ----------
    all
        The pins, with different, non-empty names.
    compared
        The index of the compared pin in ``all``; None where there is none.
    """

    all: tuple[Pin, ...] = ()
    compared: int | None = None

    def __post_init__(self) -> None:
        if len(self.all) > MOST_PINS:
            raise PinRefusedError(PinRefusal.TOO_MANY)
        names = [pin.name for pin in self.all]
        for place, name in enumerate(names):
            if not name.strip():
                raise PinRefusedError(PinRefusal.NO_NAME)
            if name in names[:place]:
                raise PinRefusedError(PinRefusal.NAME_TAKEN, name)
        if self.compared is not None and not 0 <= self.compared < len(self.all):
            raise ValueError(f"there is no pin {self.compared} among {len(self.all)}")

    @property
    def next_name(self) -> str:
        """The first letter that is not the name of a pin; "" if all are used."""
        names = {pin.name for pin in self.all}
        return next((letter for letter in ascii_uppercase if letter not in names), "")

    @property
    def compared_pin(self) -> Pin | None:
        """The pin that the current comparison is compared with."""
        return None if self.compared is None else self.all[self.compared]

    def add(self, comparison: Comparison, name: str | None = None) -> Pins:
        """Return these pins with one more, which becomes the compared one; its default name is A, B, C …

        Raises
        ------
        PinRefusedError
            If there are too many, or the name is empty or used.
        """
        pin = Pin(self.next_name if name is None else name.strip(), comparison)
        return Pins((*self.all, pin), len(self.all))

    def rename(self, place: int, name: str) -> Pins:
        """Return these pins with one renamed; raise `PinRefusedError` where the name is invalid."""
        name = name.strip()
        pins = list(self.all)
        pins[place] = replace(pins[place], name=name)
        return Pins(tuple(pins), self.compared)

    def remove(self, place: int) -> Pins:
        """Return these pins without one; without a compared one if that is removed."""
        compared = self.compared
        if compared is not None:
            compared = None if compared == place else compared - (compared > place)
        return Pins((*self.all[:place], *self.all[place + 1 :]), compared)

    def compare(self, place: int | None) -> Pins:
        """Return these pins with another compared one, or None."""
        return Pins(self.all, place)


NO_PINS = Pins()


@dataclass(frozen=True)
class PinDifferences:
    """Differences of three measures from a pin, in one unit; None where both values are ∞.

    Attributes
    ----------
    pin
        The pin.
    entropy, cross_entropy, kl_divergence
        H(P), H(P,Q) and KL(P‖Q), current minus pinned; ±∞ where one of them is ∞.
    """

    pin: Pin
    entropy: float | None
    cross_entropy: float | None
    kl_divergence: float | None


def difference(now: float, then: float) -> float | None:
    """Return the difference of a measure from a former value.

    Parameters
    ----------
    now, then
        Values of one measure, 0 or more, +∞ included.

    Returns
    -------
    float or None
        ``now`` − ``then``: +∞ or −∞ where one of them is ∞, None where both are; 0 within the rounding error of
        measures.
    """
    if math.isinf(now) and math.isinf(then):
        return None
    apart = now - then
    return 0.0 if abs(apart) <= ROUNDING * max(now, then) and math.isfinite(apart) else apart
