"""How the axis of the curves of losses is spread."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from klscope.views.magnification import set_letters

translate = QCoreApplication.translate


class LossControls(QWidget):
    """A switch that spreads small probabilities.

    Signals
    -------
    logarithmic_chosen(bool)
        The axis of q is to be logarithmic, or no longer.
    """

    logarithmic_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._logarithmic = QToolButton()
        self._logarithmic.setObjectName("logarithmicAxis")
        set_letters(self._logarithmic, 12)
        self._logarithmic.setCheckable(True)
        self._logarithmic.setProperty("small", True)
        self._logarithmic.clicked.connect(self.logarithmic_chosen)
        row.addWidget(self._logarithmic)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._logarithmic.setText(translate("LossControls", "Log q axis"))
        self._logarithmic.setAccessibleName(translate("LossControls", "Logarithmic axis of q"))
        self._logarithmic.setToolTip(
            translate("LossControls", "Spread small q: from 0.001 to 1 in equal ratios, 0 at the left edge")
        )
