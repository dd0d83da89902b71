"""The three numbers as mpmath computes them from the probabilities, in the characters of the screen."""

import mpmath

BASES = {"bits": 2, "nats": mpmath.e, "hartleys": 10}


def three(p, q, unit="bits"):
    """Return H(P), H(P,Q), KL(P‖Q) as mpf, from doubles taken as the exact numbers they are."""
    with mpmath.workdps(60):
        scale = mpmath.log(BASES[unit])
        left, right = [mpmath.mpf(float(x)) for x in p], [mpmath.mpf(float(x)) for x in q]
        own = -sum(x * mpmath.log(x) for x in left if x) / scale
        cross = mpmath.mpf(0)
        for x, y in zip(left, right, strict=True):
            if x:
                cross += -x * mpmath.log(y) / scale if y else mpmath.inf
        return own, cross, cross - own


def written(number):
    """Write a number as a readout does: four decimals, four significant digits below 0.001."""
    if mpmath.isinf(number):
        return "∞"
    value = float(number)
    if 0 < abs(value) < 1e-3:
        mantissa, exponent = f"{value:.3e}".split("e")
        return f"{mantissa}e{int(exponent)}".replace("-", "−")
    return f"{value + 0.0:.4f}".replace("-", "−")


def readouts(p, q, unit="bits"):
    """Return the texts of the three readouts."""
    return [written(number) for number in three(p, q, unit)]
