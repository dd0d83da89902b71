"""The view state: unit, mode, selection and the options of each view; undo does not change it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from klscope.model.comparison import Side
from klscope.model.view_options import (
    CodeLengthsOptions,
    EvidenceOptions,
    LandscapeOptions,
    LossCurvesOptions,
    MeasuresOptions,
    TermsOptions,
    TrainingOptions,
    ViewOptions,
)
from klscope.model.views import ViewMode
from klscope.theory.units import Unit


@dataclass(frozen=True)
class ViewState:
    """Unit, mode, active chart, selection, and the options of each view.

    Attributes
    ----------
    selected
        The selected categories in order of selection; the last is the current one, on which commands act.
    active
        The chart last pressed or focused.
    terms, code_lengths, loss_curves, training, evidence, measures, landscape
        The options of each view.
    """

    unit: Unit = Unit.BIT
    mode: ViewMode = ViewMode.KL_DIVERGENCE
    active: Side = Side.Q
    selected: tuple[int, ...] = (0,)
    terms: TermsOptions = field(default_factory=TermsOptions)
    code_lengths: CodeLengthsOptions = field(default_factory=CodeLengthsOptions)
    loss_curves: LossCurvesOptions = field(default_factory=LossCurvesOptions)
    training: TrainingOptions = field(default_factory=TrainingOptions)
    evidence: EvidenceOptions = field(default_factory=EvidenceOptions)
    measures: MeasuresOptions = field(default_factory=MeasuresOptions)
    landscape: LandscapeOptions = field(default_factory=LandscapeOptions)

    @property
    def current(self) -> int:
        """The category that commands act on."""
        return self.selected[-1] if self.selected else 0

    def moved_with(self, index: int) -> tuple[int, ...]:
        """Return the categories that a drag of ``index`` moves, in order: all selected ones if it is one of them."""
        return tuple(sorted(self.selected)) if index in self.selected else (index,)

    def with_options(self, options: ViewOptions) -> ViewState:
        """Return this state with the options of one view replaced."""
        name = next(one.name for one in fields(self) if type(getattr(self, one.name)) is type(options))
        changes: dict[str, Any] = {name: options}
        return replace(self, **changes)

    def fitting(self, n: int) -> ViewState:
        """Return this state with the selection restricted to ``n`` categories."""
        kept = tuple(index for index in self.selected if 0 <= index < n)
        if kept == self.selected and kept:
            return self
        selected = kept or (max(0, min(self.current, n - 1)),)
        return replace(self, selected=selected)
