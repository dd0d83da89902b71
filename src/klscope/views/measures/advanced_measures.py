"""The section *Advanced* of *More measures*, with a slider for the order, and Pinsker's inequality."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import LARGEST_ORDER, MeasuresOptions
from klscope.theory.catalogue_row import Place
from klscope.views.measures.measures_grid import MeasuresGrid
from klscope.views.measures.measures_rows import of_order, rows
from klscope.views.measures.pinsker_strip import PinskerStrip
from klscope.views.theme import Theme
from klscope.views.widgets.parts import column_in, text_label

translate = QCoreApplication.translate
STEPS_PER_ONE = 10


class OrderSlider(QSlider):
    """A slider that ignores the wheel, so that the panel scrolls.

    Signals
    -------
    chosen(float)
        An order was chosen.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, round(STEPS_PER_ONE * LARGEST_ORDER))
        self.setPageStep(STEPS_PER_ONE)
        self.valueChanged.connect(lambda value: self.chosen.emit(value / STEPS_PER_ONE))

    def show_order(self, order: float) -> None:
        """Set the order without a signal."""
        with QSignalBlocker(self):
            self.setValue(round(STEPS_PER_ONE * order))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class AdvancedMeasures(QWidget):
    """The advanced measures of the catalogue, and Pinsker's inequality.

    Signals
    -------
    options_chosen(MeasuresOptions)
        An order was chosen.
    """

    options_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = column_in(self, 2)
        self._plain, self._of_order = (
            MeasuresGrid(rows(Place.ADVANCED)),
            MeasuresGrid(rows(Place.ADVANCED, takes_order=True)),
        )
        self.slider = OrderSlider()
        self._order, self._note = text_label(14, bold=True), text_label(12, quiet=True, wraps=True)
        self._order.setMinimumWidth(130)
        self._sentence = text_label(13, wraps=True)
        self.strip = PinskerStrip(theme)
        column.addWidget(self._plain)
        column.addSpacing(6)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self._order)
        row.addWidget(self.slider, 1)
        column.addWidget(self._note)
        column.addWidget(self._of_order)
        column.addSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self.strip)
        self._shown_order = MeasuresOptions().alpha
        self.slider.chosen.connect(lambda order: self.options_chosen.emit(MeasuresOptions(order)))
        self.retranslate()

    def retranslate(self) -> None:
        self._plain.retranslate()
        self._of_order.retranslate()
        self.slider.setAccessibleName(translate("Measures", "Order α of Rényi and Tsallis"))
        self.strip.setToolTip(
            translate("Measures", "However P and Q are dragged, the point never enters the hatched part.")
        )
        self._show_order(self._shown_order)
        if self._sentence.text():
            self._show_sentence()

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)

    def _show_order(self, order: float) -> None:
        self._shown_order = order
        text = translate("Measures", "order α = {order}").format(order=f"{order:.1f}")
        self._order.setText(text)
        self.slider.show_order(order)
        self.slider.setAccessibleDescription(text)
        self._note.setText(of_order(order))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        order = snapshot.view.measures.alpha
        if order != self._shown_order:
            self._show_order(order)
        self._plain.show_snapshot(snapshot)
        self._of_order.show_snapshot(snapshot, order)
        self.strip.show_snapshot(snapshot)
        self._show_sentence()

    def _show_sentence(self) -> None:
        sentence = self.strip.sentence()
        if sentence != self._sentence.text():
            self._sentence.setText(sentence)
