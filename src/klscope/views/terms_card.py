"""The pane of what each category adds: its terms, or its block among the code lengths."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.view_state import TermsMode
from klscope.views.cards import Card, TermsHead
from klscope.views.charts.category_chart import CategoryChart
from klscope.views.charts.scale import ProbabilityScale
from klscope.views.charts.terms_chart import TermsChart
from klscope.views.theme import Theme

if TYPE_CHECKING:
    from klscope.views.charts.code_lengths_chart import CodeLengthsChart

translate = QCoreApplication.translate
CHART_MARGINS = (14, 6, 6, 4)


def code_lengths_chart(scale: ProbabilityScale, theme: Theme) -> CodeLengthsChart:
    """Return a chart of code lengths; loaded by name, so that a window that never shows one need not wait for it."""
    kind: type[CodeLengthsChart] = importlib.import_module("klscope.views.charts.code_lengths_chart").CodeLengthsChart
    return kind(scale, theme)


class TermsCard(Card):
    """The head, and under it the chart of the chosen mode; that of the code lengths is made when first asked for.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        What either chart says.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, modes: QActionGroup, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(CHART_MARGINS, parent)
        self._scale, self._theme = scale, theme
        self.head = TermsHead(modes)
        self.terms_chart = TermsChart(scale, theme)
        self.terms_chart.setObjectName("termsChart")
        self.code_chart: CodeLengthsChart | None = None
        self._pointed = -1
        self.column.addWidget(self.head)
        self._take(self.terms_chart)

    @property
    def shown_chart(self) -> CategoryChart:
        """The chart of the chosen mode."""
        return self.terms_chart if self.code_chart is None or self.code_chart.isHidden() else self.code_chart

    def _take(self, chart: CategoryChart) -> None:
        chart.hovered.connect(self.hovered)
        chart.selected.connect(self.selected)
        chart.menu_requested.connect(self.menu_requested)
        self.column.addWidget(chart, 1)

    def _code_chart(self) -> CodeLengthsChart:
        if self.code_chart is None:
            self.code_chart = code_lengths_chart(self._scale, self._theme)
            self.code_chart.setObjectName("codeLengthsChart")
            self.code_chart.hide()
            self._take(self.code_chart)
            self.setTabOrder(self.terms_chart, self.code_chart)
            self.retranslate()
        return self.code_chart

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a state: only the chart that is seen follows it."""
        self.head.show_snapshot(snapshot)
        codes = snapshot.view.mode is TermsMode.CODE_LENGTHS
        shown: CategoryChart = self._code_chart() if codes else self.terms_chart
        if shown.isHidden():
            hidden = self.terms_chart if codes else self._code_chart()
            focused = hidden.hasFocus()
            hidden.hide()
            shown.show_pointed(self._pointed)
            shown.show_snapshot(snapshot)
            shown.show()
            if focused:
                shown.setFocus()
        else:
            shown.show_snapshot(snapshot)

    def show_pointed(self, index: int) -> None:
        """Light a category."""
        self._pointed = index
        self.terms_chart.show_pointed(index)
        if self.code_chart is not None:
            self.code_chart.show_pointed(index)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.terms_chart.set_theme(theme)
        if self.code_chart is not None:
            self.code_chart.set_theme(theme)

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self.head.retranslate()
        self.terms_chart.setAccessibleName(translate("MainWindow", "What every category adds"))
        if self.code_chart is not None:
            self.code_chart.setAccessibleName(translate("MainWindow", "Code lengths: a block for every category"))
