"""The measures by mpmath, at a precision that follows the input.

The weights are taken as the exact rational numbers the float64 are, and
normalised exactly. Two sums may first differ at the smallest weight of the
input, and a divergence is quadratic in the difference: hence twice the range of
the exponents, and 60 digits on top.
"""

import math

import mpmath

MEASURES = (
    "entropy_p",
    "entropy_q",
    "cross_entropy",
    "reverse_cross_entropy",
    "kl_divergence",
    "reverse_kl_divergence",
    "jensen_shannon_divergence",
    "total_variation_distance",
    "hellinger_distance",
)

BOUNDS = dict.fromkeys(MEASURES[:4], 4.0) | {
    "kl_divergence": 16.0,
    "reverse_kl_divergence": 16.0,
    "jensen_shannon_divergence": 8.0,
    "total_variation_distance": 8.0,
    "hellinger_distance": 8.0,
}
"""The relative error allowed, in units of EPSILON."""

EPSILON = 2.0**-52

NEGLIGIBLE = dict.fromkeys(MEASURES, 1e-290) | {"hellinger_distance": 1e-140}
"""Truths below these have no float64 to be compared in: their parts underflow."""


def truths(p, q):
    """Return each measure of two lists of float as an mpf, or mpmath.inf."""
    first, second = _integers(p), _integers(q)
    with mpmath.workprec(_precision(first + second)):
        return _truths(first, second)


def term_truths(p, q):
    """Return the lists −p log p, −p log q and p log(p/q) as mpf."""
    first, second = _integers(p), _integers(q)
    with mpmath.workprec(_precision(first + second)):
        p_total, q_total = mpmath.mpf(sum(first)), mpmath.mpf(sum(second))
        rows = []
        for left, right in zip(first, second, strict=True):
            if not left:
                rows.append((mpmath.mpf(0),) * 3)
                continue
            share = left / p_total
            length = -mpmath.log(share)
            other = -mpmath.log(right / q_total) if right else mpmath.inf
            even = left * sum(second) == right * sum(first)
            rows.append((share * length, share * other, mpmath.mpf(0) if even else share * (other - length)))
        return tuple(list(column) for column in zip(*rows, strict=True))


def _precision(integers):
    """Return the bits to work with."""
    sizes = [value.bit_length() for value in integers if value]
    return 2 * (max(sizes) - min(sizes)) + 2 * 53 + 200


def error(value, truth):
    """Return the relative error of a float in units of EPSILON; inf for NaN or a wrong infinity."""
    if math.isnan(value):
        return math.inf
    if mpmath.isinf(truth) or math.isinf(value):
        return 0.0 if truth == value else math.inf
    if truth == 0:
        return 0.0 if value == 0 else math.inf
    with mpmath.workprec(200):
        return float(abs((mpmath.mpf(value) - truth) / truth)) / EPSILON


def _integers(weights):
    """Return integers in the exact ratios of the weights."""
    ratios = [float(weight).as_integer_ratio() for weight in weights]
    denominator = max(bottom for _, bottom in ratios)
    return [top * (denominator // bottom) for top, bottom in ratios]


def _truths(first, second):
    p_total, q_total = sum(first), sum(second)
    log = mpmath.log
    log_p = [log(value) if value else None for value in first]
    log_q = [log(value) if value else None for value in second]
    log_p_total, log_q_total = log(p_total), log(q_total)
    zero = mpmath.mpf(0)

    def code(weights, total, logs, log_total):
        if any(weight and value is None for weight, value in zip(weights, logs, strict=True)):
            return mpmath.inf
        parts = (weight * (log_total - value) for weight, value in zip(weights, logs, strict=True) if weight)
        return sum(parts, zero) / total

    # crosses of one scale: p·ΣQ and q·ΣP
    p_scaled = [value * q_total for value in first]
    q_scaled = [value * p_total for value in second]
    both = p_total * q_total
    log_two = log(2)
    shannon = zero
    squares = zero
    for left, right, left_log, right_log in zip(p_scaled, q_scaled, log_p, log_q, strict=True):
        if left == right:
            continue
        log_middle = log(left + right) - log_two
        if left:
            shannon += left * (left_log + log_q_total - log_middle)
        if right:
            shannon += right * (right_log + log_p_total - log_middle)
        squares += (mpmath.sqrt(left) - mpmath.sqrt(right)) ** 2
    same = p_scaled == q_scaled
    entropy_p = code(first, p_total, log_p, log_p_total)
    entropy_q = code(second, q_total, log_q, log_q_total)
    cross = code(first, p_total, log_q, log_q_total)
    reverse = code(second, q_total, log_p, log_p_total)
    return {
        "entropy_p": entropy_p if sum(map(bool, first)) > 1 else zero,
        "entropy_q": entropy_q if sum(map(bool, second)) > 1 else zero,
        "cross_entropy": cross if len([1 for value in second if value]) > 1 or mpmath.isinf(cross) else zero,
        "reverse_cross_entropy": reverse if sum(map(bool, first)) > 1 or mpmath.isinf(reverse) else zero,
        "kl_divergence": zero if same else cross - entropy_p,
        "reverse_kl_divergence": zero if same else reverse - entropy_q,
        "jensen_shannon_divergence": shannon / (2 * both),
        "total_variation_distance": sum((abs(a - b) for a, b in zip(p_scaled, q_scaled, strict=True)), 0)
        / mpmath.mpf(2 * both),
        "hellinger_distance": mpmath.sqrt(squares / (2 * both)),
    }
