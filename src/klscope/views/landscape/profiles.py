"""The data of the two profiles: curves in the chosen unit, marks and ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from klscope.model.loss_paths import divergences_over_bar, path_of
from klscope.model.snapshot import Snapshot
from klscope.theory.distribution import FloatArray
from klscope.theory.landscape import divergences_along, longest_reach
from klscope.views.landscape.plot import dense_at_ends

MOST_POINTS, FEWEST_POINTS, LOGARITHMS = 100, 12, 60_000
LONGEST = 25.0
"""The largest t: where P and Q nearly agree, the boundary is far away."""


@dataclass(frozen=True, eq=False)
class Segment:
    """The line from a point through another to the boundary of the simplex.

    Attributes
    ----------
    start, through
        Probabilities, shape ``(n,)``: at t = 0 and at t = 1.
    reach
        The t of its end, in [1, LONGEST]; 0 where both points are equal.
    at_edge
        Whether the end is on the boundary of the simplex.
    """

    start: FloatArray
    through: FloatArray
    reach: float
    at_edge: bool

    @classmethod
    def between(cls, start: FloatArray, through: FloatArray) -> Segment:
        longest = longest_reach(start, through)
        if np.isinf(longest):
            return cls(start, through, 0.0, False)
        return cls(start, through, min(longest, LONGEST), longest <= LONGEST)

    def curve(self, snapshot: Snapshot) -> tuple[FloatArray, FloatArray]:
        """Return t and KL(P‖·) in the chosen unit, shapes ``(m,)``, including t = 1."""
        count = max(FEWEST_POINTS, min(MOST_POINTS, LOGARITHMS // self.start.size))
        if self.reach > 1.0:
            before = dense_at_ends(0.0, 1.0, count // 2)
            ts = np.append(before[:-1], dense_at_ends(1.0, self.reach, count - count // 2))
        else:
            ts = dense_at_ends(0.0, 1.0, count)
        p = snapshot.comparison.p.probabilities
        return ts, snapshot.terms_in_unit(divergences_along(p, self.start, self.through, ts))


@dataclass(frozen=True, eq=False)
class BarProfile:
    """KL in the chosen unit as a function of the selected probability of Q, from 0 to its ceiling ``room``."""

    index: int
    value: float
    room: float
    xs: FloatArray
    ys: FloatArray

    @classmethod
    def of(cls, snapshot: Snapshot) -> BarProfile:
        index, room = snapshot.view.current, path_of(snapshot).ceiling
        xs = dense_at_ends(0.0, room, MOST_POINTS) if room > 0.0 else np.zeros(2)
        value = float(snapshot.comparison.q.probabilities[index])
        return cls(index, value, room, xs, divergences_over_bar(snapshot, xs))
