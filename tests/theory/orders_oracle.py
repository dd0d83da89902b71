"""Measures with an order, Jeffreys, χ² and Bhattacharyya by mpmath, from the exact ratios of the weights."""

import math

import mpmath


def truths(p, q, order=1):
    """Return each measure of two lists of float as an mpf, or mpmath.inf; the order may be mpmath.inf."""
    with mpmath.workdps(_digits(p, q, order)):
        left, right = _shares(p), _shares(q)
        return {
            "renyi_divergence": _renyi_divergence(left, right, order),
            "tsallis_divergence": _tsallis_divergence(left, right, order),
            "renyi_entropy": _renyi_entropy(left, order),
            "tsallis_entropy": _tsallis_entropy(left, order),
            "jeffreys_divergence": _kl(left, right) + _kl(right, left),
            "bhattacharyya_distance": _renyi_divergence(left, right, mpmath.mpf(0.5)) / 2,
            "chi_square_divergence": _chi_square(left, right),
        }


def _digits(p, q, order):
    """Return how many to work with: what is 0 on paper shall be less than 1e-280.

    Two sums may first differ at the smallest weight, and weights reach from 1e-300 to 1; order 1 ± 1e-12 cancels.
    """
    ranges = [math.log10(max(side)) - math.log10(min(filter(None, side))) for side in (p, q)]
    return 320 if sum(ranges) < 50 and (order == 0 or order >= 1e-30) else 900


def _shares(weights):
    total = sum(mpmath.mpf(weight) for weight in weights)
    return [mpmath.mpf(weight) / total for weight in weights]


def _kl(p, q):
    if _lacks(p, q):
        return mpmath.inf
    return sum(x * mpmath.log(x / y) for x, y in zip(p, q, strict=True) if x)


def _lacks(p, q):
    return any(x and not y for x, y in zip(p, q, strict=True))


def _sum(p, q, order):
    """Return Σ p^α q^(1−α)."""
    if order > 1 and _lacks(p, q):
        return mpmath.inf
    return mpmath.fsum(x**order * y ** (1 - order) for x, y in zip(p, q, strict=True) if x and y)


def _renyi_divergence(p, q, order):
    order = mpmath.mpf(order)
    if order == 1:
        return _kl(p, q)
    if mpmath.isinf(order):
        return mpmath.inf if _lacks(p, q) else mpmath.log(max(x / y for x, y in zip(p, q, strict=True) if x))
    whole = _sum(p, q, order)
    return mpmath.log(whole) / (order - 1) if whole else mpmath.inf


def _tsallis_divergence(p, q, order):
    order = mpmath.mpf(order)
    if order == 1:
        return _kl(p, q)
    if mpmath.isinf(order):
        return mpmath.mpf(0) if p == q else mpmath.inf
    return (_sum(p, q, order) - 1) / (order - 1)


def _renyi_entropy(p, order):
    order = mpmath.mpf(order)
    if order == 1:
        return -sum(x * mpmath.log(x) for x in p if x)
    if mpmath.isinf(order):
        return -mpmath.log(max(p))
    return mpmath.log(mpmath.fsum(x**order for x in p if x)) / (1 - order)


def _tsallis_entropy(p, order):
    order = mpmath.mpf(order)
    if order == 1:
        return -sum(x * mpmath.log(x) for x in p if x)
    if mpmath.isinf(order):
        return mpmath.mpf(0)
    return (1 - mpmath.fsum(x**order for x in p if x)) / (order - 1)


def _chi_square(p, q):
    if _lacks(p, q):
        return mpmath.inf
    return sum((x - y) ** 2 / y for x, y in zip(p, q, strict=True) if y)
