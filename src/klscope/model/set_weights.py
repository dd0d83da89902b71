"""Typed or pasted labels and weight vectors, normalised and applied as one edit."""

from __future__ import annotations

from dataclasses import dataclass

from klscope.model.category_edits import SetLabels, check_names
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Edit
from klscope.theory import editing
from klscope.theory.distribution import Distribution, FloatArray
from klscope.theory.editing import EditRefusedError, Refusal
from klscope.theory.reading import DistributionError


@dataclass(frozen=True, eq=False)
class SetWeights(Edit):
    """Replace labels and weights, unscaled; None keeps a side. A replaced side is unlocked.

    If the number of ``labels`` differs from that of the categories, both vectors are given, and everything is replaced.
    """

    p: FloatArray | None
    q: FloatArray | None
    labels: tuple[str, ...] | None = None

    def apply(self, comparison: Comparison) -> Comparison:
        if self.labels is not None and len(self.labels) != comparison.n and self.p is not None and self.q is not None:
            labels = check_names(self.labels)
            p, q = (_distribution(side, weights) for side, weights in ((Side.P, self.p), (Side.Q, self.q)))
            try:
                return Comparison(labels, p, q, origin=comparison.origin)
            except DistributionError as error:  # more or fewer weights than labels
                raise EditRefusedError(
                    Refusal.BAD_WEIGHTS, side=Side.P.value, detail=str(error), error=error
                ) from error
        for side, weights in ((Side.P, self.p), (Side.Q, self.q)):
            if weights is None:
                continue
            distribution = _distribution(side, weights)
            try:
                changed = comparison.with_distribution(side, distribution)
            except DistributionError as error:
                raise EditRefusedError(Refusal.BAD_WEIGHTS, side=side.value, detail=str(error), error=error) from error
            if distribution != comparison.distribution(side):
                comparison = changed.with_locks(side, editing.no_locks(comparison.n))
        return comparison if self.labels is None else SetLabels(self.labels).apply(comparison)


def _distribution(side: Side, weights: FloatArray) -> Distribution:
    try:
        return Distribution.from_weights(weights)
    except DistributionError as error:
        raise EditRefusedError(Refusal.BAD_WEIGHTS, side=side.value, detail=str(error), error=error) from error
