"""A training run: an immutable value with its parameters, losses and next step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from klscope.model.comparison import Comparison
from klscope.model.view_options import TrainingOptions
from klscope.theory.distribution import FloatArray, read_only
from klscope.theory.log_measured import log_probabilities
from klscope.theory.training import (
    Family,
    Losses,
    Objective,
    Parameters,
    TrainingError,
    loss,
    losses,
    negative_gradient,
    parameters_of,
    step,
)

SLOWEST, FASTEST = 0.01, 30.0
"""The range of step sizes."""

MOST_STEPS = 10_000
"""The most steps of continuous play: a step size that is too large never converges."""

SPEEDS = (2, 6, 20, 60, 200)
"""The choices of steps per second."""

USUAL_SPEED = 6
"""The default: slow enough to see each step."""


@dataclass(frozen=True, eq=False)
class TrainingRun:
    """The state of a training run.

    Attributes
    ----------
    options
        Objective, family and step size.
    p
        The target, which may change between steps. Shape ``(n,)``.
    q, log_q
        The current Q and its logarithms in nats, shape ``(n,)``.
    parameters
        The parameters at the start of the next step. Before the first step of a Gaussian they do not yet give ``q``.
    history
        Rows (H(P), H(P,Q), KL(P‖Q), KL(Q‖P)) in nats, one for the start and one after each step.
    rises
        The number of increases of the loss since P, objective, family or step size last changed.
    locked
        Whether categories of Q are locked, which prevents training.
    playing
        Whether steps are made by a timer.
    at_rest
        Whether playing has stopped because no further change would be visible.
    """

    options: TrainingOptions
    p: FloatArray
    q: FloatArray
    log_q: FloatArray
    parameters: Parameters
    history: FloatArray
    rises: int = 0
    locked: bool = False
    playing: bool = False
    at_rest: bool = False

    @classmethod
    def of(cls, comparison: Comparison, options: TrainingOptions) -> TrainingRun:
        """Return a run without steps."""
        p, q = comparison.p.probabilities, comparison.q.probabilities
        log_q = log_probabilities(comparison.q)
        history = read_only([losses(p, log_q)])
        locked = bool(comparison.q_locks.any())
        return cls(options, p, q, log_q, parameters_of(q, options.family), history, locked=locked)

    @property
    def steps(self) -> int:
        """The number of steps."""
        return len(self.history) - 1

    @property
    def losses(self) -> Losses:
        """The current losses, in nats."""
        return Losses(*self.history[-1].tolist())

    @property
    def largest_excess(self) -> float:
        """The largest finite loss of the history above its current lower bound, in nats: H(P), or 0 for KL(Q‖P)."""
        forward = self.options.objective is Objective.FORWARD
        past = self.history[:, Losses._fields.index("cross_entropy" if forward else "reverse_kl_divergence")]
        floor = self.losses.entropy if forward else 0.0
        return max(0.0, float(past[np.isfinite(past)].max(initial=0.0)) - floor)

    @cached_property
    def _next(self) -> Parameters | TrainingError:
        try:
            return step(self.parameters, self.p, self.options.objective, self.options.rate)
        except TrainingError as error:
            return error

    @property
    def trouble(self) -> TrainingError | None:
        """The reason why there is no next step; None where there is one."""
        return self._next if isinstance(self._next, TrainingError) else None

    @property
    def can_step(self) -> bool:
        """Whether the next step changes anything."""
        return not self.locked and self.trouble is None and not self.is_settled

    @property
    def is_settled(self) -> bool:
        """Whether the next step changes no number."""
        still = self._next is self.parameters or self.losses.kl_divergence == 0.0
        return still and self._is_in_family

    @property
    def _is_in_family(self) -> bool:
        return np.array_equal(self.parameters.probabilities, self.q)

    @property
    def needs_projection(self) -> bool:
        """Whether the next step first replaces Q by the Gaussian of its mean and standard deviation."""
        return self.options.family is Family.UNIMODAL and not self._is_in_family

    @cached_property
    def negative_gradient(self) -> FloatArray | None:
        """The negative gradient by the logits of Q, shape ``(n,)``; None where the objective has no gradient."""
        try:
            return negative_gradient(self.p, self.q, self.log_q, self.options.objective)
        except TrainingError:
            return None

    @property
    def after(self) -> FloatArray | None:
        """Q after the next step, shape ``(n,)``; None without a next step."""
        return None if self.locked or isinstance(self._next, TrainingError) else self._next.probabilities

    def stepped(self) -> TrainingRun:
        """Return the run after one more step.

        Raises
        ------
        TrainingError
            If there is no next step.
        """
        after = self._next
        if isinstance(after, TrainingError):
            raise after
        q, log_q = after.probabilities, after.log_probabilities
        now = losses(self.p, log_q)
        objective = self.options.objective
        before = loss(self.losses, objective)
        # rounding is no increase, and the projection of Q to a Gaussian is no step of descent
        rose = self._is_in_family and loss(now, objective) > before * (1.0 + 1e-12) + 1e-15
        history = read_only(np.vstack((self.history, now)))
        rises = self.rises + rose
        return replace(self, q=q, log_q=log_q, parameters=after, history=history, rises=rises, at_rest=False)

    def with_comparison(self, comparison: Comparison) -> TrainingRun:
        """Return the run with another P or other locks; the current losses change, earlier ones stay."""
        p, locked = comparison.p.probabilities, bool(comparison.q_locks.any())
        if np.array_equal(p, self.p):
            return self if locked == self.locked else replace(self, locked=locked)
        history = read_only(np.vstack((self.history[:-1], losses(p, self.log_q))))
        return replace(self, p=p, history=history, rises=0, locked=locked, at_rest=False)

    def with_options(self, options: TrainingOptions) -> TrainingRun:
        """Return the run with other options; another family starts from the current Q."""
        if options == self.options:
            return self
        same = options.family is self.options.family
        parameters = self.parameters if same else parameters_of(self.q, options.family)
        return replace(self, options=options, parameters=parameters, rises=0, at_rest=False)
