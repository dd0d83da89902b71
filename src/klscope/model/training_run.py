"""A run of training as a value: where it stands, how its losses went, and what its next step will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from klscope.model.comparison import Comparison
from klscope.model.view_options import TrainingOptions
from klscope.theory.distribution import FloatArray, read_only
from klscope.theory.training import (
    Family,
    Losses,
    Objective,
    Parameters,
    TrainingError,
    loss,
    losses,
    negative_gradient_from_logs,
    parameters_of,
    step,
)

SLOWEST, FASTEST = 0.01, 30.0
"""The least and the largest step size that can be chosen."""

MOST_STEPS = 10_000
"""So many steps follow one another by themselves at most: a rate that is too large never comes to rest."""

SPEEDS = (2, 6, 20, 60, 200)
"""How many steps a second can be chosen."""

USUAL_SPEED = 6
"""So slow that each step is seen."""


@dataclass(frozen=True, eq=False)
class TrainingRun:
    """Where a run of training stands.

    Attributes
    ----------
    options
        Objective, family and step size.
    p
        What happens, now: a hand may move it meanwhile. Shape ``(n,)``.
    q, log_q
        Q as it is now, and its logarithms in nats, shape ``(n,)``.
    parameters
        The parameters that the next step starts from. Before the first step of a Gaussian they do not yet give ``q``.
    history
        A row (H(P), H(P,Q), KL(P‖Q), KL(Q‖P)) in nats for the start and after every step, the last one for now.
    rises
        How often the loss went up since P, objective, family or step size last changed.
    locked
        Whether bars of Q are locked: then nothing is trained.
    playing
        Whether steps follow one another by themselves.
    at_rest
        Whether they did, and ended because none that follows would be seen.
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
        """Return a run that has not begun."""
        p, q = comparison.p.probabilities, comparison.q.probabilities
        with np.errstate(divide="ignore"):
            log_q = np.log(q)
        history = read_only([losses(p, log_q)])
        locked = bool(comparison.q_locks.any())
        return cls(options, p, q, log_q, parameters_of(q, options.family), history, locked=locked)

    @property
    def steps(self) -> int:
        """How many steps were made."""
        return len(self.history) - 1

    @property
    def losses(self) -> Losses:
        """The losses now, in nats."""
        return Losses(*self.history[-1].tolist())

    @property
    def largest_excess(self) -> float:
        """The largest finite loss of the history above the floor it has now, in nats: H(P), or 0 for KL(Q‖P)."""
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
        """Why there is no next step; None where there is one."""
        return self._next if isinstance(self._next, TrainingError) else None

    @property
    def can_step(self) -> bool:
        """Whether there is a next step that changes anything."""
        return not self.locked and self.trouble is None and not self.is_settled

    @property
    def is_settled(self) -> bool:
        """Whether the next step changes no number any more."""
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
            return negative_gradient_from_logs(self.p, self.q, self.log_q, self.options.objective)
        except TrainingError:
            return None

    @property
    def after(self) -> FloatArray | None:
        """Q after the next step, shape ``(n,)``; None where there is none."""
        return None if self.locked or isinstance(self._next, TrainingError) else self._next.probabilities

    def stepped(self) -> TrainingRun:
        """Return the run one step on.

        Raises
        ------
        TrainingError
            Where there is no next step.
        """
        after = self._next
        if isinstance(after, TrainingError):
            raise after
        q, log_q = after.probabilities, after.log_probabilities
        now = losses(self.p, log_q)
        objective = self.options.objective
        before = loss(self.losses, objective)
        # rounding is no rise, and the replacement of Q by a Gaussian is no step of descent
        rose = self._is_in_family and loss(now, objective) > before * (1.0 + 1e-12) + 1e-15
        history = read_only(np.vstack((self.history, now)))
        rises = self.rises + rose
        return replace(self, q=q, log_q=log_q, parameters=after, history=history, rises=rises, at_rest=False)

    def with_comparison(self, comparison: Comparison) -> TrainingRun:
        """Return the run where a hand has moved P, or locks have changed: what is lost now follows, the past stays."""
        p, locked = comparison.p.probabilities, bool(comparison.q_locks.any())
        if np.array_equal(p, self.p):
            return self if locked == self.locked else replace(self, locked=locked)
        history = read_only(np.vstack((self.history[:-1], losses(p, self.log_q))))
        return replace(self, p=p, history=history, rises=0, locked=locked, at_rest=False)

    def with_options(self, options: TrainingOptions) -> TrainingRun:
        """Return the run with other options; another family starts from Q as it is."""
        if options == self.options:
            return self
        same = options.family is self.options.family
        parameters = self.parameters if same else parameters_of(self.q, options.family)
        return replace(self, options=options, parameters=parameters, rises=0, at_rest=False)
