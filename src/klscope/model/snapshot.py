"""An immutable state of the program, with all values that views show, computed on first access.

Views compute no measures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from klscope.model.comparison import Comparison, Side
from klscope.model.history import History
from klscope.model.pins import NO_PINS, PinDifferences, Pins, difference
from klscope.model.properties import NO_PROPERTIES, Properties
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.catalogue import DEFAULT_ORDER
from klscope.theory.catalogue_row import Measure
from klscope.theory.distribution import Distribution, FloatArray, read_only
from klscope.theory.editing import free_mass
from klscope.theory.editing_groups import group_ceiling
from klscope.theory.grouping import Grouping, group
from klscope.theory.log_measured import log_probabilities, measures_of
from klscope.theory.measures import Measures


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One state of the program: comparison, view state, history and pins.

    Attributes
    ----------
    comparison
        Labels, P, Q, locks.
    measures
        All measures and term arrays, in nats, each computed on first access.
    view
        Unit, mode, active chart, selection.
    history
        The undo steps.
    in_gesture
        Whether an edit is being previewed.
    axes_frozen
        Whether a drag inside a plot keeps the axes unchanged.
    pins
        The pins, and the one that this state is compared with.
    properties
        The title and the notes of the document.
    """

    comparison: Comparison
    measures: Measures
    view: ViewState
    history: History
    in_gesture: bool = False
    axes_frozen: bool = False
    pins: Pins = NO_PINS
    properties: Properties = NO_PROPERTIES

    @classmethod
    def of(cls, comparison: Comparison, view: ViewState, history: History) -> Snapshot:
        """Return the snapshot of a comparison; its measures are computed on first access."""
        measures = measures_of(comparison.p, comparison.q)
        return cls(comparison, measures, view.fitting(comparison.n), history)

    def showing(self, comparison: Comparison, history: History, in_gesture: bool, axes_frozen: bool) -> Snapshot:
        """Return the state with another comparison and history, and the same view, pins and properties."""
        same = comparison is self.comparison
        return replace(
            self,
            comparison=comparison,
            measures=self.measures if same else measures_of(comparison.p, comparison.q),
            view=self.view if same else self.view.fitting(comparison.n),
            history=history,
            in_gesture=in_gesture,
            axes_frozen=axes_frozen,
        )

    def with_view(self, view: ViewState) -> Snapshot:
        """Return the same state with another view state; computed measures are kept."""
        return replace(self, view=view.fitting(self.comparison.n))

    def in_unit(self, nats: float) -> float:
        """Convert nats to the chosen unit."""
        return float(self.view.unit.from_nats(nats))

    def terms_in_unit(self, nats: FloatArray) -> FloatArray:
        """Convert terms in nats to the chosen unit, as a read-only array that all views share."""
        return read_only(self.view.unit.from_nats(nats))

    @cached_property
    def entropy(self) -> float:
        """H(P) in the chosen unit."""
        return self.in_unit(self.measures.entropy_p)

    @cached_property
    def cross_entropy(self) -> float:
        """H(P,Q) in the chosen unit, ∞ included."""
        return self.in_unit(self.measures.cross_entropy)

    @cached_property
    def kl_divergence(self) -> float:
        """KL(P‖Q) in the chosen unit, ∞ included."""
        return self.in_unit(self.measures.kl_divergence)

    @cached_property
    def code_areas(self) -> tuple[float, float, float]:
        """The areas of the code lengths: H(P), H(P,Q), KL(P‖Q), or those with P and Q in reversed roles."""
        known = self.measures
        if self.view.code_lengths.reversed_roles:
            values = (known.entropy_q, known.reverse_cross_entropy, known.reverse_kl_divergence)
        else:
            values = (known.entropy_p, known.cross_entropy, known.kl_divergence)
        own, crossed, gap = (self.in_unit(value) for value in values)
        return own, crossed, gap

    @cached_property
    def uniform_entropy(self) -> float:
        """log n in the chosen unit: the cross-entropy of a uniform guess."""
        return self.in_unit(float(np.log(self.comparison.n)))

    @cached_property
    def entropy_terms(self) -> FloatArray:
        """−P(i)·log P(i) in the chosen unit, shape ``(n,)``."""
        return self.terms_in_unit(self.measures.entropy_terms)

    @cached_property
    def cross_entropy_terms(self) -> FloatArray:
        """−P(i)·log Q(i) in the chosen unit, shape ``(n,)``, ∞ included."""
        return self.terms_in_unit(self.measures.cross_entropy_terms)

    @cached_property
    def kl_terms(self) -> FloatArray:
        """P(i)·log P(i)/Q(i) in the chosen unit, shape ``(n,)``, ∞ included."""
        return self.terms_in_unit(self._kl_nats)

    @property
    def _kl_nats(self) -> FloatArray:
        """The KL terms, 0 where P(i) = Q(i), shape ``(n,)``.

        Measures normalise the probabilities: where the sums of P and Q differ by rounding, a category with P(i) = Q(i)
        would have a term of ±2e-17.
        """
        same = self.comparison.p.probabilities == self.comparison.q.probabilities
        return np.where(same, 0.0, self.measures.kl_terms)

    @cached_property
    def shown_terms(self) -> FloatArray:
        """The terms of the chosen mode, with Q(i) − P(i) added if that option is on; shape ``(n,)``."""
        if self.view.mode is ViewMode.ENTROPY:
            return self.entropy_terms
        if self.view.mode is ViewMode.CROSS_ENTROPY:
            return self.cross_entropy_terms
        if self.view.terms.with_mass_difference and self.view.mode is ViewMode.KL_DIVERGENCE:
            return self.terms_in_unit(np.maximum(self._kl_nats + self.q_minus_p, 0.0))  # rounding may give less than 0
        return self.kl_terms

    @property
    def q_minus_p(self) -> FloatArray:
        """Q(i) − P(i), shape ``(n,)``; the sum is 0."""
        return self.comparison.q.probabilities - self.comparison.p.probabilities

    @cached_property
    def infinite(self) -> tuple[int, ...]:
        """The categories with an infinite term: P(i) > 0 and Q(i) = 0."""
        return self.comparison.lacking(Side.Q)

    @cached_property
    def finite_kl_sum(self) -> float:
        """The sum of the finite KL terms in the chosen unit, shown where KL is ∞."""
        return float(self.kl_terms[np.isfinite(self.kl_terms)].sum())

    @cached_property
    def is_matched(self) -> bool:
        """Whether Q equals P."""
        return self.comparison.p == self.comparison.q

    def free_mass(self, side: Side) -> float:
        """Return the free mass of a side."""
        return free_mass(self.comparison.distribution(side), self.comparison.locks(side))

    def ceiling(self, side: Side, index: int) -> float:
        """Return the most that a bar can be dragged to; for a selected one, its share of the free mass."""
        group = self.view.moved_with(index)
        return group_ceiling(self.comparison.distribution(side), self.comparison.locks(side), group, index)

    @cached_property
    def grouping(self) -> Grouping:
        """The effect of merging the selected categories, in nats."""
        return group(self.comparison.p.probabilities, self.comparison.q.probabilities, self.view.selected)

    def last_merged(self, indices: tuple[int, ...]) -> Grouping:
        """Return the effect of the last step, which merged ``indices``, in nats."""
        step = self.history.undoable
        assert step is not None, "nothing was done"
        return group(step.before.p.probabilities, step.before.q.probabilities, indices)

    @cached_property
    def surprisals_p(self) -> FloatArray:
        """−log P(i) in the chosen unit, shape ``(n,)``, ∞ where P(i) = 0."""
        return self._surprisals(self.comparison.p)

    @cached_property
    def surprisals_q(self) -> FloatArray:
        """−log Q(i) in the chosen unit, shape ``(n,)``, ∞ where Q(i) = 0."""
        return self._surprisals(self.comparison.q)

    @cached_property
    def log_ratios(self) -> FloatArray:
        """The log of P(i)/Q(i) in the chosen unit, shape ``(n,)``: ±∞ where one of them is 0, nan where both are."""
        with np.errstate(invalid="ignore"):
            return read_only(self.surprisals_q - self.surprisals_p)

    def _surprisals(self, distribution: Distribution) -> FloatArray:
        return self.terms_in_unit(0.0 - log_probabilities(distribution))  # never −0

    @property
    def least_kl_divergence(self) -> float:
        """2·TV², in nats: KL(P‖Q) is never less (Pinsker's inequality)."""
        return 2.0 * self.measures.total_variation_distance**2

    @cached_property
    def pin_differences(self) -> PinDifferences | None:
        """The differences from the compared pin, in the chosen unit; None where no pin is compared."""
        pin = self.pins.compared_pin
        if pin is None:
            return None
        values = []
        for name in ("entropy_p", "cross_entropy", "kl_divergence"):
            apart = difference(getattr(self.measures, name), getattr(pin.measures, name))
            values.append(None if apart is None else self.in_unit(apart))
        return PinDifferences(pin, *values)

    @cached_property
    def outlined(self) -> Comparison | None:
        """The compared pin's comparison, if it has the same categories and can be drawn as an outline."""
        pin = self.pins.compared_pin
        if pin is None:
            return None
        labels, others = self.comparison.labels, pin.comparison.labels
        return pin.comparison if labels is others or labels == others else None

    @cached_property
    def is_worse_than_uniform(self) -> bool:
        """Whether H(P,Q) exceeds log n, the cross-entropy of a uniform guess, by more than rounding."""
        return self.measures.cross_entropy > float(np.log(self.comparison.n)) * (1.0 + 1e-12)

    @cached_property
    def table_columns(self) -> list[FloatArray]:
        """The columns of the table beside the labels: P, Q, −log P, −log Q, log P/Q, the terms; ``(n,)`` each."""
        probabilities = [self.comparison.p.probabilities, self.comparison.q.probabilities]
        terms = [self.kl_terms, self.cross_entropy_terms, self.entropy_terms]
        return [*probabilities, self.surprisals_p, self.surprisals_q, self.log_ratios, *terms]

    def value(self, measure: Measure, order: float = DEFAULT_ORDER) -> float:
        """Return a measure, in the chosen unit if it has one, and of this order if it takes one."""
        return measure.in_unit(self.measures, self.view.unit, order)

    @cached_property
    def excess_and_saving(self) -> tuple[float, float]:
        """The sums of the shown KL terms above 0 (∞ included) and below 0."""
        terms = self.shown_terms
        return float(terms[terms > 0].sum()), float(terms[terms < 0].sum())
