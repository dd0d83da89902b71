"""The excess r − log(1 + r) of a ratio over its logarithm.

Every divergence here is a sum of weights times this function, which is never
negative, so nothing cancels between the terms: the accuracy of a term is the
accuracy of the sum. Within a term r and log(1 + r) cancel when r is small.
There, with s = r/(2 + r),

    log(1 + r) = 2·(s + s³/3 + s⁵/5 + …)   and   r − 2s = r·s,

so that the excess is r·s − 2s³·(1/3 + s²/5 + s⁴/7 + …).
"""

import numpy as np

from klscope.theory.compensated import Array

_SERIES_REACH = 0.2  # of |s|: r from −1/3 to 1/2
_SERIES = tuple(2.0 / (2 * power + 3) for power in range(11))  # 0.04¹¹ · 3/25 is under 1e-16


def weighted_excess(weights: Array, shifts: Array, ratios: Array, logarithms: Array) -> Array:
    """Return the terms w·(r − log(1 + r)), in [0, +inf], for weights w ≥ 0 and ratios r ≥ −1.

    ``shifts`` is w·r, which also says what the term is where w = 0 and r is not defined; ``logarithms`` is log(1 + r),
    −inf at r = −1.
    """
    steps = ratios / (ratios + 2.0)
    squares = steps * steps
    series = squares * _SERIES[-1]
    for coefficient in _SERIES[-2:0:-1]:
        series += coefficient
        series *= squares
    series += _SERIES[0]
    series *= squares
    # r·s − s³·(2/3 + …) = s·(r − s²·(2/3 + …))
    np.subtract(ratios, series, out=series)
    series *= steps
    series *= weights
    direct = shifts - weights * logarithms
    near = np.abs(steps) < _SERIES_REACH
    near &= weights > 0.0
    return np.where(near, series, direct)
