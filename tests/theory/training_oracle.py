"""Gradient descent by mpmath at 50 digits: the gradient is a numerical derivative of the objective, not a formula."""

import mpmath

from klscope.theory.training import Family, Objective

DIGITS = 50


def probabilities(parameters, family, n):
    """Return q at the parameters: n logits, or μ and log σ."""
    if family is Family.SOFTMAX:
        weights = [mpmath.exp(logit) for logit in parameters]
    else:
        mean, deviation = parameters[0], mpmath.exp(parameters[1])
        weights = [mpmath.exp(-((place - mean) ** 2) / (2 * deviation**2)) for place in range(n)]
    total = mpmath.fsum(weights)
    return [weight / total for weight in weights]


def objective_of(p, q, objective):
    """Return H(P,Q) or KL(Q‖P) in nats."""
    if objective is Objective.FORWARD:
        return -mpmath.fsum(a * mpmath.log(b) for a, b in zip(p, q, strict=True) if a)
    return mpmath.fsum(b * mpmath.log(b / a) for a, b in zip(p, q, strict=True))


def trajectory(parameters, p, objective, family, rate, steps):
    """Return the parameters after 0 … ``steps`` steps."""
    with mpmath.workdps(DIGITS):
        exact_p = [mpmath.mpf(float(value)) for value in p]
        now = [mpmath.mpf(float(value)) for value in parameters]
        rate = mpmath.mpf(rate)
        path = [list(now)]
        for _ in range(steps):
            slopes = []
            for place in range(len(now)):

                def along(value, place=place, now=tuple(now)):
                    moved = [*now[:place], value, *now[place + 1 :]]
                    return objective_of(exact_p, probabilities(moved, family, len(exact_p)), objective)

                slopes.append(mpmath.diff(along, now[place]))
            now = [value - rate * slope for value, slope in zip(now, slopes, strict=True)]
            path.append(list(now))
        return path
