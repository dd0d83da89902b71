"""The effect on the measures of merging several categories into one.

For a group g of categories, with P(g) its probability and P|g the distribution inside it,

    D(P‖Q) = D(merged P‖merged Q) + P(g)·D(P|g‖Q|g)

(the chain rule). The second term is never negative, so merging can only lower the divergence: a case of the
data-processing inequality. H(P) falls in the same way, by P(g)·H(P|g).

Sources: Cover and Thomas, *Elements of Information Theory*, 2nd edition (2006), theorem 2.5.3 (the chain rule), §2.8
(data processing); theorem 2.7.1 (the log sum inequality).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.distribution import FloatArray, exact_sum, read_only
from klscope.theory.measures import cross_entropy, entropy, kl_divergence

ROUNDINGS = 2.0
"""The most units in the last place by which sums of a group differ and count as equal."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """The measures after a group of categories is merged, and inside the group.

    Attributes
    ----------
    p, q : ndarray, shape (m,)
        P and Q after merging.
    probability_p, probability_q : float
        P(g) and Q(g), no unit, in [0, 1].
    kl_divergence : float
        D(P‖Q) after merging, nats, in [0, +inf].
    kl_inside : float
        P(g)·D(P|g‖Q|g), nats, in [0, +inf]: 0 where P(g) = 0 and where P and Q agree inside the group, +inf where P is
        positive and Q is 0 inside it.
    """

    p: FloatArray
    q: FloatArray
    probability_p: float
    probability_q: float
    kl_divergence: float
    kl_inside: float

    @property
    def kl_before(self) -> float:
        """D(P‖Q) before merging, nats, in [0, +inf]: the sum of the two, by the chain rule."""
        return self.kl_divergence + self.kl_inside

    @cached_property
    def entropy_p(self) -> float:
        """H(P) after merging, nats, in [0, log m]."""
        return entropy(self.p)

    @cached_property
    def cross_entropy(self) -> float:
        """H(P, Q) after merging, nats, in [0, +inf]."""
        return cross_entropy(self.p, self.q)


def merged(values: FloatArray, indices: Sequence[int]) -> FloatArray:
    """Return ``values``, shape ``(n,)``, with ``indices`` summed into the position of the first."""
    first, keep = min(indices), np.ones(values.size, dtype=np.bool_)
    keep[list(indices)] = False
    new = values.copy()
    new[first] = exact_sum(values[~keep])
    keep[first] = True
    return new[keep]


def agree_merged(p: FloatArray, q: FloatArray, indices: Sequence[int]) -> bool:
    """Return whether P and Q are equal after merging ``indices``, apart from the rounding of the two sums.

    0.1 + 0.2 and 0.15 + 0.15 differ in binary only: their divergence is to be 0, and not 1e-33.
    """
    outside = np.ones(p.size, dtype=np.bool_)
    outside[list(indices)] = False
    if not np.array_equal(p[outside], q[outside]):
        return False
    mine, yours = exact_sum(p[~outside]), exact_sum(q[~outside])
    return abs(mine - yours) <= ROUNDINGS * math.ulp(max(mine, yours))


def group(p: FloatArray, q: FloatArray, indices: Sequence[int]) -> Grouping:
    """Measure the effect of merging a group of categories.

    The measures after merging are those of the merged sums, each rounded once. The loss is summed from its own terms,
    because the difference of two nearly equal divergences would cancel.

    Parameters
    ----------
    p, q : ndarray, shape (n,)
        The probabilities of P and of Q.
    indices : sequence of int
        The distinct categories of the group, at least one; a group of one changes nothing.

    Returns
    -------
    Grouping
        The measures, nats.

    Raises
    ------
    ValueError
        As :func:`klscope.theory.measures.measure` does.
    """
    chosen = list(indices)
    p_inside, q_inside = p[chosen], q[chosen]
    p_mass, q_mass = exact_sum(p_inside), exact_sum(q_inside)
    p_left, q_left = read_only(merged(p, chosen)), read_only(merged(q, chosen))
    if p_mass == 0.0 or len(chosen) == 1:
        lost = 0.0
    elif q_mass == 0.0:
        lost = math.inf
    else:
        lost = p_mass / exact_sum(p) * kl_divergence(p_inside, q_inside)
    return Grouping(
        p=p_left,
        q=q_left,
        probability_p=p_mass,
        probability_q=q_mass,
        kl_divergence=0.0 if agree_merged(p, q, chosen) else kl_divergence(p_left, q_left),
        kl_inside=lost,
    )
