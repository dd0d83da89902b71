"""Values in proportion, each rounded once: so their ratios last, and little is left over to settle."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from klscope.theory.compensated import split, two_product
from klscope.theory.distribution import FloatArray, exact_sum


def scaled(weights: FloatArray, total: float) -> FloatArray:
    """Return ``weights``, shape ``(n,)``, ≥ 0 and not all 0, in proportion, with ``total`` for their sum.

    Each is total · w / Σw within half a unit in its last place: the factor is a sum of two floats, the product exact.
    """
    whole = exact_sum(weights)
    rest = math.fsum([*weights.tolist(), -whole])
    exact = Fraction(total) / (Fraction(whole) + Fraction(rest))
    factor = float(exact)
    remainder = float(exact - Fraction(factor))
    row = weights[None, :]
    products, lost = two_product(split(row), row, (factor,))
    return np.asarray(products[0] + (lost[0] + weights * remainder), dtype=np.float64)
