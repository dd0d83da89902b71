"""The landscape view: a chart for two, three or more categories."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import LandscapeOptions, LandscapeQuantity
from klscope.views.landscape.draggable_plot import SENTENCE_HEIGHT, Acts, LandscapeChart
from klscope.views.landscape.profile_chart import ProfileChart
from klscope.views.landscape.quantities import quantity_name, quantity_words
from klscope.views.landscape.simplex_chart import SimplexChart
from klscope.views.landscape.two_chart import TwoChart
from klscope.views.theme import Theme
from klscope.views.widgets.parts import column_in, small_button

translate = QCoreApplication.translate
BESIDE = 10.0
"""The margin left of the buttons, in pixels."""


class QuantityColumn(QWidget):
    """The column of buttons over a chart, with the size of its buttons, outside any layout.

    Signals
    -------
    fitted()
        Its size changed.
    """

    fitted = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.adjustSize()
            self.fitted.emit()
        return done


class LandscapeView(QWidget):
    """Shows the chart for the number of categories and, for three, the choice of a quantity.

    Signals
    -------
    options_chosen(LandscapeOptions)
        A quantity was chosen.
    """

    options_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acts = Acts(self)
        self.simplex, self.two = SimplexChart(self.acts, theme), TwoChart(self.acts, theme)
        self.profiles = ProfileChart(self.acts, theme)
        self._charts: tuple[LandscapeChart, ...] = (self.simplex, self.two, self.profiles)
        self._quantities, self._buttons = self._build_quantities()
        self._stack = QStackedWidget()
        for chart in self._charts:
            self._stack.addWidget(chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.addWidget(self._stack, 1)
        self.setObjectName("landscape")
        self.retranslate()

    def _build_quantities(self) -> tuple[QuantityColumn, dict[LandscapeQuantity, QToolButton]]:
        column_widget = QuantityColumn(self.simplex)
        column_widget.fitted.connect(self._place_quantities)
        column = column_in(column_widget, 3)
        group = QButtonGroup(self)
        buttons = {}
        for quantity in LandscapeQuantity:
            button = small_button(f"landscape-{quantity.value}")
            button.setText(quantity_name(quantity))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(
                lambda _=False, quantity=quantity: self.options_chosen.emit(LandscapeOptions(quantity))
            )
            group.addButton(button)
            column.addWidget(button)
            buttons[quantity] = button
        return column_widget, buttons

    @property
    def shown_chart(self) -> LandscapeChart:
        shown = self._stack.currentWidget()
        assert isinstance(shown, LandscapeChart)
        return shown

    def retranslate(self) -> None:
        for quantity, button in self._buttons.items():
            button.setToolTip(quantity_words(quantity))
            button.setAccessibleName(f"{quantity_name(quantity)}: {quantity_words(quantity)}")
        self._quantities.setAccessibleName(translate("Landscape", "What the landscape shows"))
        self.simplex.setAccessibleName(translate("Landscape", "P and Q as points in the triangle of all distributions"))
        self.two.setAccessibleName(translate("Landscape", "Entropy with its tangent at Q, and KL over Q"))
        self.profiles.setAccessibleName(translate("Landscape", "KL from Q through P, and over the selected bar"))
        for chart in self._charts:
            chart.setAccessibleDescription(
                translate("Landscape", "Space chooses a point, arrows move it; with Shift, finely")
            )
            chart.update()

    def prepare_for_export(self) -> None:
        self._quantities.hide()
        for chart in self._charts:
            chart.is_still = True

    def set_theme(self, theme: Theme) -> None:
        for chart in self._charts:
            chart.set_theme(theme)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        n = snapshot.comparison.n
        chart: LandscapeChart = self.two if n == 2 else self.simplex if n == 3 else self.profiles
        if chart is not self.shown_chart:
            focused = self.shown_chart.hasFocus()
            self._stack.setCurrentWidget(chart)
            if focused:
                chart.setFocus()
        self._place_quantities()
        self._buttons[snapshot.view.landscape.quantity].setChecked(True)
        chart.show_snapshot(snapshot)

    def _place_quantities(self) -> None:
        room = 0 if self.simplex.is_still else self._quantities.sizeHint().width()
        self.simplex.left_room = BESIDE + room / self.simplex.magnification
        self._quantities.move(self.simplex.map_to_widget(QPointF(BESIDE, SENTENCE_HEIGHT + 4.0)))
        self.simplex.update()
