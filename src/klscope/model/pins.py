"""Pinned states: comparisons kept under a name, one of which the present is compared with. Plain frozen values.

Pins stand beside the history, not in it: undoing an edit never loses one, and a codec can carry them as they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from string import ascii_uppercase

from klscope.model.comparison import Comparison
from klscope.theory.measures import Measures

MOST_PINS = len(ascii_uppercase)
"""As many as there are letters, so that there is always a name left."""

ROUNDING = 32.0 * 2.0**-52
"""Of the larger of two measures: what is less apart is not known to be apart, since each has an error of half that."""


class PinRefusal(Enum):
    """Why pins cannot be as they were asked to be."""

    NO_NAME = "no name"
    NAME_TAKEN = "name taken"
    TOO_MANY = "too many"


class PinRefusedError(ValueError):
    """Something that cannot be done with the pins; they stay as they were.

    Attributes
    ----------
    refusal
        The reason; whoever shows it to a person puts it in words.
    name
        The name it is about, as it would have been kept.
    """

    def __init__(self, refusal: PinRefusal, name: str = "") -> None:
        super().__init__(f"{refusal.value}: {name!r}" if name else refusal.value)
        self.refusal = refusal
        self.name = name


@dataclass(frozen=True)
class Pin:
    """A state under a name.

    Attributes
    ----------
    name
        What a person calls it.
    comparison
        Labels, P, Q and locks; where they came from is not part of it.
    """

    name: str
    comparison: Comparison

    def __post_init__(self) -> None:
        object.__setattr__(self, "comparison", replace(self.comparison, origin=None))

    @cached_property
    def measures(self) -> Measures:
        """All its measures, in nats, each computed when it is first asked for."""
        return Measures(self.comparison.p.probabilities, self.comparison.q.probabilities)


@dataclass(frozen=True)
class Pins:
    """The pins in the order they were made, and the one that the present is compared with.

    Attributes
    ----------
    all
        The pins, no two of one name, none without.
    compared
        The place of the compared one in ``all``; None: the present stands for itself.
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
        """The first letter that no pin is called by; "" where all are."""
        names = {pin.name for pin in self.all}
        return next((letter for letter in ascii_uppercase if letter not in names), "")

    @property
    def compared_pin(self) -> Pin | None:
        """The pin that the present is compared with."""
        return None if self.compared is None else self.all[self.compared]

    def add(self, comparison: Comparison, name: str | None = None) -> Pins:
        """Return these pins and one more, which is compared with at once; without a name it is called A, B, C …

        Raises
        ------
        PinRefusedError
            Where there are too many, or the name is empty or taken.
        """
        if len(self.all) >= MOST_PINS:
            raise PinRefusedError(PinRefusal.TOO_MANY)
        pin = Pin(self.next_name if name is None else name.strip(), comparison)
        return Pins((*self.all, pin), len(self.all))

    def rename(self, place: int, name: str) -> Pins:
        """Return these pins, one of them called otherwise; raise `PinRefusedError` where the name will not do."""
        name = name.strip()
        pins = list(self.all)
        pins[place] = replace(pins[place], name=name)
        return Pins(tuple(pins), self.compared)

    def remove(self, place: int) -> Pins:
        """Return these pins without one; where it was the compared one, nothing is compared with."""
        compared = self.compared
        if compared is not None:
            compared = None if compared == place else compared - (compared > place)
        return Pins((*self.all[:place], *self.all[place + 1 :]), compared)

    def compare(self, place: int | None) -> Pins:
        """Return these pins, the present compared with that one, or with none."""
        return Pins(self.all, place)


NO_PINS = Pins()


@dataclass(frozen=True)
class PinDifferences:
    """What the present has more than a pin, in one unit; None where both are ∞ and no difference means anything.

    Attributes
    ----------
    pin
        Then.
    entropy, cross_entropy, kl_divergence
        H(P), H(P,Q) and KL(P‖Q), now less then; ±∞ where one of them is ∞.
    """

    pin: Pin
    entropy: float | None
    cross_entropy: float | None
    kl_divergence: float | None


def difference(now: float, then: float) -> float | None:
    """Return how much more a measure is than it was.

    Parameters
    ----------
    now, then
        Values of one measure, 0 or more, +∞ included.

    Returns
    -------
    float or None
        Now less then: +∞ or −∞ where one of them is ∞, None where both are; 0 where they are no further apart than
        the rounding of measures.
    """
    if math.isinf(now) and math.isinf(then):
        return None
    apart = now - then
    return 0.0 if abs(apart) <= ROUNDING * max(now, then) and math.isfinite(apart) else apart
