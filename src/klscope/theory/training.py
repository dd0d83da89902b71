"""Gradient descent of Q towards P: the negative gradient by the logits, and one step.

With q the softmax of the logits l, the forward objective H(P,Q) (whose gradient is that of KL(P‖Q)) moves each logit
by −∂H/∂l_j = p_j − q_j, and the reverse one by −∂KL(Q‖P)/∂l_j = −q_j (log q_j/p_j − KL(Q‖P)).

Sources: Bishop, *Pattern Recognition and Machine Learning* (2006), §4.3.4 (the forward gradient) and §10.1.2
(mass-covering and mode-seeking divergences); the reverse gradient is the chain rule through the softmax.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.theory.families import DiscretisedGaussian, Logits


class Objective(Enum):
    """The divergence to minimise."""

    FORWARD = "forward"
    """KL(P‖Q), or equivalently H(P,Q): Q covers all categories with p > 0."""

    REVERSE = "reverse"
    """KL(Q‖P): Q avoids categories with p = 0, and may converge to one of several modes."""


class Family(Enum):
    """The family of distributions that Q belongs to."""

    SOFTMAX = "softmax"
    UNIMODAL = "one-hump"


Parameters = Logits | DiscretisedGaussian


class Trouble(Enum):
    """The reason why there is no next step."""

    NEVER_RETURNS = "p > 0 where q is 0"
    """H(P,Q) is ∞ and stays so: a logit of −∞ does not change."""

    NEVER_HAPPENS = "q > 0 where p is 0"
    """KL(Q‖P) is ∞, and would be for every q > 0 there."""

    OVERFLOW = "the step leads out of the numbers"


class TrainingError(ValueError):
    """Raised where there is no next step.

    Attributes
    ----------
    trouble
        The reason.
    index
        The category that causes it; −1 where there is none.
    """

    def __init__(self, trouble: Trouble, index: int = -1) -> None:
        super().__init__(trouble.value if index < 0 else f"{trouble.value}, index {index}")
        self.trouble = trouble
        self.index = index


ROUNDING = 2.0**-40
"""The relative rounding error of summed logits, within which two probabilities count as equal."""


class Losses(NamedTuple):
    """The losses of a step, in nats, each in [0, +inf]."""

    entropy: float
    cross_entropy: float
    kl_divergence: float
    reverse_kl_divergence: float


def parameters_of(q: FloatArray, family: Family) -> Parameters:
    """Return the initial parameters of a family from probabilities ``q`` of shape ``(n,)``."""
    return Logits.of(q) if family is Family.SOFTMAX else DiscretisedGaussian.of(q)


def losses(p: FloatArray, log_q: FloatArray) -> Losses:
    """Return H(P), H(P,Q), KL(P‖Q) and KL(Q‖P) in nats.

    Parameters
    ----------
    p
        Probabilities, shape ``(n,)``.
    log_q
        Logarithms of probabilities in nats, shape ``(n,)``, −∞ for 0, so that a q below 5e-324 is not lost.
    """
    q = np.exp(log_q)
    with np.errstate(divide="ignore", invalid="ignore"):
        log_p = np.log(p)
        entropy = -float(np.where(p > 0.0, p * log_p, 0.0).sum())
        cross_entropy = -float(np.where(p > 0.0, p * log_q, 0.0).sum())
    forward, reverse = _divergence(p, log_p, q, log_q), _divergence(q, log_q, p, log_p)
    return Losses(entropy + 0.0, cross_entropy + 0.0, forward, reverse)


def _divergence(a: FloatArray, log_a: FloatArray, b: FloatArray, log_b: FloatArray) -> float:
    """Return Σ a log(a/b) in nats, summed as Σ a log(a/b) − a + b: no term is negative, so nothing cancels."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        change = (b - a) / a
        apart = a * (log_a - log_b) - a + b
        close = a * (change - np.log1p(change))
        terms = np.where(np.abs(change) < 0.5, close, apart)
        terms = np.where(np.abs(change) <= ROUNDING, 0.0, terms)
        # an a below 5e-324 with a known logarithm counts too: it makes the result ∞ where b = 0
        terms = np.where(np.isneginf(log_a), b, np.where(np.isneginf(log_b), np.inf, terms))
    return max(float(terms.sum()), 0.0)


def loss(known: Losses, objective: Objective) -> float:
    """Return the one of the losses that ``objective`` minimises, in nats: H(P,Q) or KL(Q‖P)."""
    return known.cross_entropy if objective is Objective.FORWARD else known.reverse_kl_divergence


def trouble_of(p: FloatArray, log_q: FloatArray, objective: Objective) -> TrainingError | None:
    """Return why ``objective`` has no gradient here, or None where it has one; arguments as in `losses`."""
    without_q = np.isneginf(log_q)
    if objective is Objective.FORWARD:
        bad, trouble = without_q & (p > 0.0), Trouble.NEVER_RETURNS
    else:
        bad, trouble = ~without_q & (p == 0.0), Trouble.NEVER_HAPPENS
    return TrainingError(trouble, int(np.argmax(bad))) if bad.any() else None


def negative_gradient(p: FloatArray, q: FloatArray, log_q: FloatArray, objective: Objective) -> FloatArray:
    """Return the negative gradient of the objective (in nats) by the logits.

    Parameters
    ----------
    p, q
        Probabilities, shape ``(n,)``.
    log_q
        The logarithms of q, which may be known more accurately than q.

    Returns
    -------
    ndarray, shape (n,)
        Forward: p − q, each in [−1, 1]. Reverse: −q (log q/p − KL(Q‖P)), 0 where q = 0. They sum to 0.

    Raises
    ------
    TrainingError
        For the reverse objective where some p = 0 < q: KL(Q‖P) is ∞ and has no gradient.
    """
    if objective is Objective.FORWARD:
        return p - q
    wrong = trouble_of(p, log_q, objective)
    if wrong is not None:
        raise wrong
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.where(np.isneginf(log_q), 0.0, log_q - np.log(p))
    return -q * (ratios - float(q @ ratios))


def step(parameters: Parameters, p: FloatArray, objective: Objective, rate: float) -> Parameters:
    """Return the parameters after one step of gradient descent; the same object if none of them changes.

    Parameters
    ----------
    p
        Probabilities, shape ``(n,)``.
    rate
        The step size, > 0: the factor of the negative gradient.

    Raises
    ------
    TrainingError
        If the objective is ∞ and has no gradient, or the step overflows.
    """
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        q, log_q = parameters.probabilities, parameters.log_probabilities
        wrong = trouble_of(p, log_q, objective)
        if wrong is not None:
            raise wrong
        moved = parameters.moved(negative_gradient(p, q, log_q, objective), rate)
        sound = bool(np.isfinite(moved.probabilities).all())
        if isinstance(moved, DiscretisedGaussian):  # σ may be 0 or ∞
            sound &= bool(np.isfinite(moved.log_probabilities).all()) and 0.0 < moved.deviation < np.inf
    if not sound:
        raise TrainingError(Trouble.OVERFLOW)
    return moved
