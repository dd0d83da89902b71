"""Cards: panes with a border, and the heads of P and Q."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from klscope.model.comparison import Side
from klscope.theory.training import Objective
from klscope.views.magnification import set_font_size
from klscope.views.widgets.parts import column_in, row_in, text_label

translate = QCoreApplication.translate


class Card(QFrame):
    """A pane with a border."""

    def __init__(self, margins: tuple[int, int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = column_in(self, 2, margins)


class DistributionHead(QWidget):
    """The title of a distribution, with a legend for its dashed lines."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{side.value.lower()}Head")
        self._side = side
        self._note = ""
        self._arrows_of: Objective | None = None
        row = row_in(self, 9)
        self._name = QLabel(side.value)
        set_font_size(self._name, 16, bold=True)
        self._name.setProperty("role", side.value.lower())
        self._words = text_label(13, quiet=True)
        row.addWidget(self._name)
        row.addWidget(self._words, 1)
        self.setFixedHeight(24)
        self.retranslate()

    def retranslate(self) -> None:
        if self._arrows_of is Objective.FORWARD:
            words = translate(
                "Charts", "dashed: P · arrows: the push on each logit, P − Q · hollow: after the next step"
            )
        elif self._arrows_of is Objective.REVERSE:
            words = translate(
                "Charts", "dashed: P · arrows: the push on each logit by KL(Q‖P) · hollow: after the next step"
            )
        elif self._side is Side.P:
            words = translate("Charts", "what happens · dashed line: Q")
        else:
            words = translate("Charts", "what the model believes · dashed line: P — drag a bar, the others make room")
        self._words.setText(f"{words} · {self._note}" if self._note else words)

    def show_note(self, note: str) -> None:
        """Show a legend for what else is painted over the bars; none if ``note`` is empty."""
        if note != self._note:
            self._note = note
            self.retranslate()

    def show_arrows_of(self, objective: Objective | None) -> None:
        """Show a legend for the arrows and hollow bars of an objective; None for none."""
        if objective is not self._arrows_of:
            self._arrows_of = objective
            self.retranslate()
