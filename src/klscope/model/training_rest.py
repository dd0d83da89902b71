"""Detection of convergence: whether further training steps change anything visible."""

from __future__ import annotations

import numpy as np

from klscope.model.training_run import TrainingRun
from klscope.theory.training import TrainingError, loss, losses, step

LOOK_AHEAD = 600
"""The number of steps that are computed ahead: 100 seconds at six per second."""
SEEN = 1e-3
"""The smallest visible change, relative to the tallest bar and to the largest loss above its lower bound.

Of 250 pixels, a quarter of one.
"""
FORESEEN_NUMBERS = 600_000
"""The limit of computed numbers, which reduces the steps for more than a thousand categories …"""
FEWEST_FORESEEN = 10
"""… but not below this number."""


def steps_until_seen(run: TrainingRun) -> int | None:
    """Return the number of steps to the next visible change; None where `LOOK_AHEAD` steps show none.

    The steps are computed, not estimated: neither a small step size nor a slow start counts as convergence, and a step
    size that is too large never converges. Where fewer steps are computed, the change is extrapolated linearly.
    Readouts may still change in their last digits.

    Notes
    -----
    A change of a bar is visible from the step that makes it, a change of the loss only at the end.
    """
    options, objective = run.options, run.options.objective
    foreseen = max(FEWEST_FORESEEN, min(LOOK_AHEAD, FORESEEN_NUMBERS // run.q.size))
    seen = SEEN * foreseen / LOOK_AHEAD
    seen_in_bars = seen * max(float(run.p.max()), float(run.q.max()))
    parameters = run.parameters
    for count in range(1, foreseen + 1):
        try:
            after = step(parameters, run.p, objective, options.rate)
        except TrainingError:
            return count
        if after is parameters:
            break
        parameters = after
        if float(np.abs(parameters.probabilities - run.q).max()) >= seen_in_bars:
            return count
    then = losses(run.p, parameters.log_probabilities)
    change = abs(loss(then, objective) - loss(run.losses, objective))
    return foreseen if change >= seen * run.largest_excess else None
