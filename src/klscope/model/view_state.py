"""What is shown of a comparison, and how: never undone, never part of a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from klscope.model.comparison import Side
from klscope.model.occasions import OWN_WORK, Occasion
from klscope.theory.units import Unit


class TermsMode(Enum):
    """What the per-category pane shows: terms, or a view that explains them."""

    KL_DIVERGENCE = "kl-divergence"
    CROSS_ENTROPY = "cross-entropy"
    ENTROPY = "entropy"
    CODE_LENGTHS = "code-lengths"
    LOSS_CURVES = "loss-curves"
    TRAINING = "training"
    EVIDENCE = "evidence"


TERMS = (TermsMode.KL_DIVERGENCE, TermsMode.CROSS_ENTROPY, TermsMode.ENTROPY)
"""The modes that show a bar per category."""


class CodeOrder(Enum):
    """In which order the blocks of the code lengths stand: the longest first, or as the categories are given."""

    AS_GIVEN = "as-given"
    BY_P = "by-p"
    BY_Q = "by-q"


class LandscapeQuantity(Enum):
    """What the landscape over the simplex shows; the dot is where a point of the simplex stands."""

    KL_FROM_P = "kl-from-p"
    KL_TO_Q = "kl-to-q"
    JENSEN_SHANNON = "jensen-shannon"
    CROSS_ENTROPY = "cross-entropy"
    ENTROPY = "entropy"


@dataclass(frozen=True)
class ViewState:
    """Unit, mode, active chart and selection.

    Attributes
    ----------
    selected
        The selected categories in the order they were chosen; the last is the current one, on which commands act.
    active
        The chart last pressed or focused.
    adjusted
        Whether Q(i) − P(i) is added to each KL term, which makes all of them ≥ 0 and leaves the sum.
    order
        The order of the blocks of the code lengths.
    turned
        Whether the code lengths are those of Q's messages in P's codes: the reverse cross-entropy.
    quantity
        What the landscape over the simplex shows.
    occasion
        What the views are looked at for, which says how they begin.
    """

    unit: Unit = Unit.BIT
    mode: TermsMode = TermsMode.KL_DIVERGENCE
    active: Side = Side.Q
    selected: tuple[int, ...] = (0,)
    adjusted: bool = False
    order: CodeOrder = CodeOrder.AS_GIVEN
    turned: bool = False
    quantity: LandscapeQuantity = LandscapeQuantity.KL_FROM_P
    occasion: Occasion = OWN_WORK

    @property
    def current(self) -> int:
        """The category commands act on."""
        return self.selected[-1] if self.selected else 0

    def moved_with(self, index: int) -> tuple[int, ...]:
        """Return the categories that move when a hand moves ``index``, in order: all selected, where it is of them."""
        return tuple(sorted(self.selected)) if index in self.selected else (index,)

    def fitting(self, n: int) -> ViewState:
        """Return this state with a selection that exists among ``n`` categories."""
        kept = tuple(index for index in self.selected if 0 <= index < n)
        if kept == self.selected and kept:
            return self
        selected = kept or (max(0, min(self.current, n - 1)),)
        return replace(self, selected=selected)
