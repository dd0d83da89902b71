"""The per-category pane: the terms, or one of the explaining views."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.views import ViewMode
from klscope.views.magnification import adopt
from klscope.views.painting.scale import ProbabilityScale
from klscope.views.terms.terms_chart import TermsChart
from klscope.views.theme import Theme
from klscope.views.widgets.cards import Card
from klscope.views.widgets.explaining_view import as_view, make_view
from klscope.views.window.terms_head import TermsHead

translate = QCoreApplication.translate
CHART_MARGINS = (14, 6, 6, 4)
TERMS_MARGINS = (14, 4, 6, 2)


class TermsCard(Card):
    """The head, and below it the terms or the chosen view; a view is built when first chosen.

    Signals
    -------
    hovered(int), selected(int, Qt.KeyboardModifiers), menu_requested(int, QPoint)
        Signals of the visible chart or view.
    view_made(ViewMode, QWidget)
        A view was built, and can be connected before it shows a state.
    """

    hovered = Signal(int)
    selected = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    view_made = Signal(object, object)

    def __init__(
        self, modes: QActionGroup, scale: ProbabilityScale, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(TERMS_MARGINS, parent)
        self._scale, self._theme = scale, theme
        self.head = TermsHead(modes)
        self.terms_chart = TermsChart(scale, theme)
        self.terms_chart.setObjectName("termsChart")
        self._made: dict[ViewMode, QWidget] = {}
        self.shown_chart: QWidget = self.terms_chart
        self._pointed = -1
        self.column.addWidget(self.head)
        self._take(self.terms_chart)

    def made_view(self, mode: ViewMode) -> QWidget | None:
        return self._made.get(mode)

    def highlight(self, names: frozenset[str]) -> None:
        for mode, widget in self._made.items():
            if mode.controls:
                as_view(widget).highlight(names)

    def _take(self, widget: QWidget) -> None:
        view = as_view(widget)
        view.hovered.connect(self.hovered)
        view.selected.connect(self.selected)
        view.menu_requested.connect(self.menu_requested)
        self.column.addWidget(widget, 1)

    def _widget_of(self, mode: ViewMode) -> QWidget:
        if mode.is_terms:
            return self.terms_chart
        if mode not in self._made:
            view = make_view(mode, self._scale, self._theme)
            adopt(view)
            view.hide()
            self._made[mode] = view
            self._take(view)
            self.setTabOrder(self.terms_chart, view)
            as_view(view).retranslate()
            self.view_made.emit(mode, view)
        return self._made[mode]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        widget = self._widget_of(snapshot.view.mode)
        controls = as_view(widget).controls if widget is not self.terms_chart else None
        self.head.show_controls(controls)
        self.head.show_snapshot(snapshot)
        if widget is self.shown_chart:
            as_view(widget).show_snapshot(snapshot)
            return
        focus = self.window().focusWidget()
        focused = focus is not None and (focus is self.shown_chart or self.shown_chart.isAncestorOf(focus))
        self.shown_chart.hide()
        self.shown_chart = widget
        as_view(widget).show_pointed(self._pointed)
        as_view(widget).show_snapshot(snapshot)
        widget.show()
        if focused:
            widget.setFocus()

    def show_pointed(self, index: int) -> None:
        self._pointed = index
        as_view(self.shown_chart).show_pointed(index)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.terms_chart.set_theme(theme)
        for widget in self._made.values():
            as_view(widget).set_theme(theme)

    def retranslate(self) -> None:
        self.head.retranslate()
        self.terms_chart.setAccessibleName(translate("MainWindow", "What every category adds"))
        for widget in self._made.values():
            as_view(widget).retranslate()
