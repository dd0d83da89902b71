"""The control of the loss curves: a logarithmic axis of q."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from klscope.model.view_options import LossCurvesOptions
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.steady_button import SteadyButton

translate = QCoreApplication.translate


class LossControls(ControlRow):
    """A switch for a logarithmic axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._logarithmic = SteadyButton("logarithmicAxis")
        self._logarithmic.setCheckable(True)
        super().__init__("lossSettings", (self._logarithmic,), parent=parent)
        self._logarithmic.clicked.connect(lambda on: self.options_chosen.emit(LossCurvesOptions(on)))
        self.retranslate()

    def show_options(self, options: LossCurvesOptions) -> None:
        self._logarithmic.setChecked(options.logarithmic)

    def retranslate(self) -> None:
        super().retranslate()
        self._logarithmic.setText(translate("LossControls", "Log q axis"))
        self._logarithmic.setAccessibleName(translate("LossControls", "Logarithmic axis of q"))
        self._logarithmic.setToolTip(translate("LossControls", "Log scale for q, from 0.001 to 1 (0 at the left edge)"))
