"""The units of information: bits, nats and hartleys.

They differ by the base of the logarithm: 2, e and 10. The measures are in nats;
the conversion happens where a number is shown. Source: IEC 80000-13:2008, items
13-24 and 13-25 (shannon, natural unit, hartley).
"""

import enum
import math
from typing import overload

from klscope.theory.compensated import Array


class Unit(enum.Enum):
    """A unit of information; the value of a member is its plural."""

    BIT = "bits"
    NAT = "nats"
    HARTLEY = "hartleys"

    @property
    def label(self) -> str:
        """The plural, as in "1.75 bits"."""
        return str(self.value)

    @property
    def singular(self) -> str:
        """The name of one."""
        return self.label[:-1]

    @property
    def nats_per_unit(self) -> float:
        """The number of nats in one unit: log 2, 1 or log 10."""
        return _NATS_PER_UNIT[self]

    @overload
    def from_nats(self, nats: float) -> float: ...

    @overload
    def from_nats(self, nats: Array) -> Array: ...

    def from_nats(self, nats: float | Array) -> float | Array:
        """Convert from nats.

        Parameters
        ----------
        nats : float or ndarray
            A number of nats or an array of them, ±inf included.

        Returns
        -------
        float or ndarray
            The number in this unit; nats come back unchanged, bit for bit.
        """
        if self is Unit.NAT:
            return nats
        return nats / _NATS_PER_UNIT[self]


LOGARITHMS = {Unit.BIT: "log₂", Unit.NAT: "ln", Unit.HARTLEY: "log₁₀"}
"""The symbol of the logarithm of each unit."""
_NATS_PER_UNIT = {Unit.BIT: math.log(2.0), Unit.NAT: 1.0, Unit.HARTLEY: math.log(10.0)}

_NAMES = {
    "bit": Unit.BIT,
    "bits": Unit.BIT,
    "nat": Unit.NAT,
    "nats": Unit.NAT,
    "hartley": Unit.HARTLEY,
    "hartleys": Unit.HARTLEY,
    "ban": Unit.HARTLEY,
    "dit": Unit.HARTLEY,
}


def parse_unit(text: str) -> Unit:
    """Return the unit with this name.

    Parameters
    ----------
    text : str
        bit, bits, nat, nats, hartley, hartleys, ban or dit, in any case.

    Returns
    -------
    Unit
        The unit.

    Raises
    ------
    ValueError
        If the name is none of these.
    """
    unit = _NAMES.get(text.strip().lower())
    if unit is None:
        raise ValueError(f"unknown unit {text!r}: it is one of {', '.join(_NAMES)}")
    return unit
