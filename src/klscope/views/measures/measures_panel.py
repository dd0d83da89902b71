"""The panel *More measures*: common measures, and the section *Advanced*."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from klscope.by_name import load
from klscope.model.snapshot import Snapshot
from klscope.theory.catalogue_row import Place
from klscope.views.magnification import adopt, set_font_size
from klscope.views.measures.measures_grid import MeasuresGrid
from klscope.views.measures.measures_rows import rows
from klscope.views.theme import Theme
from klscope.views.widgets.lazy_panel import LazyPanel
from klscope.views.widgets.parts import column_in

if TYPE_CHECKING:
    from klscope.views.measures.advanced_measures import AdvancedMeasures

translate = QCoreApplication.translate


class MeasuresPanel(LazyPanel, QScrollArea):
    """The third tab at the right; each section is built when it is first visible, and computed only while visible.

    Signals
    -------
    options_chosen(MeasuresOptions)
        The order of measures that take one was chosen.
    """

    options_chosen = Signal(object)
    at_once_up_to = sys.maxsize

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._first: MeasuresGrid | None = None
        self.advanced: AdvancedMeasures | None = None
        self.disclosure = QToolButton()
        self.retranslate()

    def build(self) -> None:
        if self._first is not None:
            return
        inside = QWidget()
        self._column = column = column_in(inside, 4, (16, 5, 16, 6))
        self._first = MeasuresGrid(rows(Place.COMMON))
        column.addWidget(self._first)
        set_font_size(self.disclosure, 14, bold=True)
        self.disclosure.setCheckable(True)
        self.disclosure.setProperty("flat", True)
        self.disclosure.toggled.connect(self._disclose)
        column.addWidget(self.disclosure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        adopt(inside)
        self.setWidget(inside)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Measures", "More measures"))
        self.disclosure.setAccessibleName(translate("Measures", "Advanced measures"))
        self._name_disclosure()
        for part in (self._first, self.advanced):
            if part is not None:
                part.retranslate()

    def _name_disclosure(self) -> None:
        opened = self.disclosure.isChecked()
        self.disclosure.setText(translate("Measures", "Advanced ▼") if opened else translate("Measures", "Advanced ▶"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.advanced is not None:
            self.advanced.set_theme(theme)

    def _disclose(self, opened: bool) -> None:
        self._name_disclosure()
        if self.advanced is None:
            kind: type[AdvancedMeasures] = load("klscope.views.measures.advanced_measures", "AdvancedMeasures")
            self.advanced = kind(self._theme)
            self.advanced.options_chosen.connect(self.options_chosen)
            adopt(self.advanced)
            self._column.insertWidget(self._column.count() - 1, self.advanced)
        self.advanced.setVisible(opened)
        if opened:
            self.show_again()
            QTimer.singleShot(0, self, self._scroll_to_advanced)  # after the layout

    def _scroll_to_advanced(self) -> None:
        self.verticalScrollBar().setValue(self.disclosure.y())

    def show_now(self, snapshot: Snapshot) -> None:
        if self._first is not None:
            self._first.show_snapshot(snapshot)
        if self.advanced is not None and self.disclosure.isChecked():
            self.advanced.show_snapshot(snapshot)
