"""A row of the catalogue of measures: names, range, scale and direction."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from klscope.theory.measures import Measures
from klscope.theory.units import Unit


class Scale(Enum):
    """The scale of a measure: a unit of information, its root, or none."""

    INFORMATION = "information"
    """Nats, converted to the chosen unit."""
    ROOT = "root of information"
    """√nats, converted to the root of the chosen unit."""
    NONE = "none"
    """No unit."""


class Direction(Enum):
    """Which distributions a measure compares, and in which direction; the value is its notation."""

    OF_P = "P"
    OF_Q = "Q"
    P_TO_Q = "P‖Q"
    Q_TO_P = "Q‖P"
    SYMMETRIC = "P,Q"


class Place(Enum):
    """The section of *More measures* that shows a measure."""

    COMMON = "common"
    ADVANCED = "advanced"


_BOUNDS: dict[str, Callable[[int], float]] = {
    "n": float,
    "log n": math.log,
    "log 2": lambda _: math.log(2.0),
    "√(log 2)": lambda _: math.sqrt(math.log(2.0)),
    "∞": lambda _: math.inf,
}


@dataclass(frozen=True)
class Measure:
    """One measure.

    Attributes
    ----------
    name : str
        The key in JSON, and in most cases the function in ``klscope.theory``.
    symbol : str
        Its symbol in formulas.
    written : str
        Its notation in lessons: the name of a function, and its arguments in parentheses unless
        they are the default.
    value : callable
        Takes `Measures` and the order, and returns a float in nats, √nats or
        without a unit, as `scale` says.
    direction : Direction
        Which distributions it compares, and in which direction.
    range : tuple of str
        The least and the greatest value: a number, "n", "log n", "log 2", "√(log 2)" or "∞"; 0 and ∞
        unless said otherwise.
    scale : Scale
        Its unit; one of information unless said otherwise.
    place : Place or None
        The section of *More measures* that shows it; None where another part of the window does:
        H(P), H(P,Q) and KL.
    takes_order : bool
        Whether it depends on an order α.
    also : str
        A second name; empty where there is none.
    """

    name: str
    symbol: str
    written: str
    value: Callable[[Measures, float], float]
    direction: Direction
    range: tuple[str, str] = ("0", "∞")
    scale: Scale = Scale.INFORMATION
    place: Place | None = None
    takes_order: bool = False
    also: str = ""

    def in_unit(self, measures: Measures, unit: Unit, order: float) -> float:
        """Return its value.

        Parameters
        ----------
        measures : Measures
            The measures of P and Q.
        unit : Unit
            The unit, where it has one.
        order : float
            α, 0 or more, ``math.inf`` included; ignored where the measure takes
            none.

        Returns
        -------
        float
            In ``unit``, in √``unit``, or without a unit; never −0.
        """
        return self._converted(self.value(measures, order), unit) + 0.0

    def bounds(self, n: int, unit: Unit) -> tuple[float, float]:
        """Return its range over all P and Q.

        Parameters
        ----------
        n : int
            The number of categories.
        unit : Unit
            The unit, where it has one.

        Returns
        -------
        tuple of float
            The least and the greatest value.
        """
        low, high = (self._converted(_bound(text, n), unit) for text in self.range)
        return low, high

    def _converted(self, value: float, unit: Unit) -> float:
        if self.scale is Scale.INFORMATION:
            return unit.from_nats(value)
        return value / math.sqrt(unit.nats_per_unit) if self.scale is Scale.ROOT else value


def _bound(text: str, n: int) -> float:
    return _BOUNDS[text](n) if text in _BOUNDS else float(text)
