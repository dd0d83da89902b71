"""The expected texts of the three numbers, computed by mpmath from the probabilities."""

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


def more(p, q, unit="bits"):
    """Return H(Q), H(Q,P), KL(Q‖P), JS, TV, Hellinger and the perplexities of P and of Q on P, by name, as mpf."""
    with mpmath.workdps(60):
        own, cross, _ = three(p, q, unit)
        reverse_own, reverse_cross, reverse_divergence = three(q, p, unit)
        left, right = [mpmath.mpf(float(x)) for x in p], [mpmath.mpf(float(x)) for x in q]
        middle = [(x + y) / 2 for x, y in zip(left, right, strict=True)]
        js = sum(x * mpmath.log(x / m) for side in (left, right) for x, m in zip(side, middle, strict=True) if x)
        roots = sum((mpmath.sqrt(x) - mpmath.sqrt(y)) ** 2 for x, y in zip(left, right, strict=True))
        return {
            "H(Q)": reverse_own,
            "H(Q,P)": reverse_cross,
            "KL(Q‖P)": reverse_divergence,
            "JS(P,Q)": js / 2 / mpmath.log(BASES[unit]),
            "TV(P,Q)": sum(abs(x - y) for x, y in zip(left, right, strict=True)) / 2,
            "Hellinger": mpmath.sqrt(roots / 2),
            "perplexity of P": BASES[unit] ** own,
            "perplexity of Q on P": BASES[unit] ** cross if not mpmath.isinf(cross) else cross,
        }
