"""What someone looks at the views for: one's own work, or a step of a lesson, which says how the views begin.

What is chosen in a view while it is looked at (which objective, how many samples) is no part of the state, nor of how
the state is shown: whoever runs the view keeps it. It belongs to an occasion. One's own is there again after any other.
"""

from __future__ import annotations

from dataclasses import dataclass

from klscope.theory.training import Family, Objective


@dataclass(frozen=True)
class ViewSettings:
    """How the views begin.

    Attributes
    ----------
    adjusted
        Whether Q(i) − P(i) is added to each KL term.
    objective, family
        What training makes small, and what Q may become.
    samples, seed
        How many samples of evidence were drawn, and with which seed.
    """

    adjusted: bool = False
    objective: Objective = Objective.FORWARD
    family: Family = Family.SOFTMAX
    samples: int = 0
    seed: int = 1


USUAL_SETTINGS = ViewSettings()
"""As in a new window."""


@dataclass(frozen=True, eq=False)
class Occasion:
    """One reason to look at the views; another with the same settings is another."""

    begins: ViewSettings = USUAL_SETTINGS


OWN_WORK = Occasion()
"""What is not for a lesson."""
