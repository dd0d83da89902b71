"""The options of each view, one frozen record per view; `klscope.model.view_state.ViewState` has one of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from klscope.theory.sampling import MOST_SAMPLES
from klscope.theory.training import Family, Objective

LARGEST_ORDER = 10.0
"""The largest order of the Rényi and the Tsallis divergence."""


class BlockOrder(Enum):
    """The order of the blocks of the code lengths: longest first, or as the categories."""

    AS_GIVEN = "as-given"
    BY_P = "by-p"
    BY_Q = "by-q"


class LandscapeQuantity(Enum):
    """The function on the simplex that the landscape shows; the dot is the argument."""

    KL_FROM_P = "kl-from-p"
    KL_TO_Q = "kl-to-q"
    JENSEN_SHANNON = "jensen-shannon"
    CROSS_ENTROPY = "cross-entropy"
    ENTROPY = "entropy"


@dataclass(frozen=True)
class TermsOptions:
    """Options of the terms.

    Attributes
    ----------
    with_mass_difference
        Whether Q(i) − P(i) is added to each KL term, which makes all of them ≥ 0 and leaves the sum.
    """

    with_mass_difference: bool = False


@dataclass(frozen=True)
class CodeLengthsOptions:
    """Options of the code lengths.

    Attributes
    ----------
    block_order
        The order of the blocks.
    reversed_roles
        Whether the code lengths are those of Q's messages in P's codes: the reverse cross-entropy.
    """

    block_order: BlockOrder = BlockOrder.AS_GIVEN
    reversed_roles: bool = False


@dataclass(frozen=True)
class LossCurvesOptions:
    """Options of the loss curves.

    Attributes
    ----------
    logarithmic
        Whether the axis of q is logarithmic; else it is linear.
    """

    logarithmic: bool = False


@dataclass(frozen=True)
class TrainingOptions:
    """Options of training.

    Attributes
    ----------
    objective
        The divergence to minimise.
    family
        The family of Q.
    softmax_rate, unimodal_rate
        The step size in each family. The gradient by the σ of a narrow Gaussian is far larger than that by a logit.
    """

    objective: Objective = Objective.FORWARD
    family: Family = Family.SOFTMAX
    softmax_rate: float = 1.0
    unimodal_rate: float = 0.1

    @property
    def rate(self) -> float:
        """The step size in the chosen family."""
        return self.softmax_rate if self.family is Family.SOFTMAX else self.unimodal_rate

    def with_rate(self, rate: float) -> TrainingOptions:
        """Return these options with another step size in the chosen family."""
        if self.family is Family.SOFTMAX:
            return replace(self, softmax_rate=rate)
        return replace(self, unimodal_rate=rate)


@dataclass(frozen=True)
class EvidenceOptions:
    """Options of the evidence; seed and number determine the samples.

    The samples are drawn from the current P: while P is dragged, the same uniform numbers are used.

    Attributes
    ----------
    seed
        The seed of the samples.
    samples
        The number of samples.
    coded
        Whether the Huffman code is shown instead of the running means.
    """

    seed: int = 1
    samples: int = 0
    coded: bool = False

    def with_more(self, count: int) -> EvidenceOptions:
        """Return these options with ``count`` more samples, at most `MOST_SAMPLES`."""
        return replace(self, samples=min(self.samples + count, MOST_SAMPLES))

    @property
    def is_full(self) -> bool:
        """Whether the number of samples is at its maximum."""
        return self.samples >= MOST_SAMPLES


@dataclass(frozen=True)
class MeasuresOptions:
    """Options of *More measures*.

    Attributes
    ----------
    alpha
        The order of the Rényi and the Tsallis divergence.
    """

    alpha: float = 2.0


@dataclass(frozen=True)
class LandscapeOptions:
    """Options of the landscape.

    Attributes
    ----------
    quantity
        The function that is shown on the simplex.
    """

    quantity: LandscapeQuantity = LandscapeQuantity.KL_FROM_P


ViewOptions = (
    TermsOptions
    | CodeLengthsOptions
    | LossCurvesOptions
    | TrainingOptions
    | EvidenceOptions
    | MeasuresOptions
    | LandscapeOptions
)
"""The options of one view."""
