"""More measures of the same pair: those a beginner needs, and under *Advanced* the others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views.magnification import adopt, set_font_size
from klscope.views.measures.advanced_measures import AdvancedMeasures
from klscope.views.measures.measures_grid import MeasuresGrid
from klscope.views.measures.measures_rows import FIRST
from klscope.views.theme import Theme

translate = QCoreApplication.translate


class MeasuresPanel(QScrollArea):
    """The third tab at the right; each part of it is built when it is first seen, and computed while it is.

    Signals
    -------
    options_chosen(MeasuresOptions)
        The order of the measures that have one was chosen.
    """

    options_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._first: MeasuresGrid | None = None
        self.advanced: AdvancedMeasures | None = None
        self.disclosure = QToolButton()
        self._pending: Snapshot | None = None
        self.retranslate()

    def _build(self) -> MeasuresGrid:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(16, 5, 16, 6)
        column.setSpacing(4)
        first = MeasuresGrid(FIRST)
        column.addWidget(first)
        set_font_size(self.disclosure, 14, bold=True)
        self.disclosure.setCheckable(True)
        self.disclosure.setProperty("flat", True)
        self.disclosure.toggled.connect(self._disclose)
        column.addWidget(self.disclosure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        adopt(inside)
        self.setWidget(inside)
        return first

    def retranslate(self) -> None:
        """Set the words in the current language."""
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
        """Take other colours."""
        self._theme = theme
        if self.advanced is not None:
            self.advanced.set_theme(theme)

    def _disclose(self, opened: bool) -> None:
        self._name_disclosure()
        if self.advanced is None:
            self.advanced = AdvancedMeasures(self._theme)
            self.advanced.options_chosen.connect(self.options_chosen)
            adopt(self.advanced)
            self._column.insertWidget(self._column.count() - 1, self.advanced)
        self.advanced.setVisible(opened)
        if opened:
            if self._pending is not None:
                self.show_snapshot(self._pending)
            QTimer.singleShot(0, self, self._scroll_to_advanced)  # when the layout is done

    def _scroll_to_advanced(self) -> None:
        self.verticalScrollBar().setValue(self.disclosure.y())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the measures of a state, if anyone sees them."""
        self._pending = snapshot
        if self._first is None or not self.isVisible():
            return
        self._first.show_snapshot(snapshot)
        if self.advanced is not None and self.disclosure.isChecked():
            self.advanced.show_snapshot(snapshot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Build what is seen for the first time, and catch up with what happened while hidden."""
        if self._first is None:
            self._first = self._build()
        super().showEvent(event)
        if self._pending is not None:
            self.show_snapshot(self._pending)
