"""The controls of the code lengths: the order of blocks, and the roles of P and Q."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from klscope.model.view_options import BlockOrder, CodeLengthsOptions
from klscope.views.widgets.choice_button import ChoiceButton
from klscope.views.widgets.control_row import ControlRow
from klscope.views.widgets.steady_button import SteadyButton

translate = QCoreApplication.translate


class CodeControls(ControlRow):
    """A button for the order, and a switch for reversed roles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._order, self._reversed_roles = ChoiceButton(list(BlockOrder)), SteadyButton("codesTurned")
        self._order.setObjectName("codeOrder")
        self._reversed_roles.setText("H(Q,P)")
        self._reversed_roles.setCheckable(True)
        super().__init__("codeSettings", (self._order, self._reversed_roles), parent=parent)
        self._order.chosen.connect(lambda order: self.options_chosen.emit(replace(self._options, block_order=order)))
        self._reversed_roles.clicked.connect(
            lambda on: self.options_chosen.emit(replace(self._options, reversed_roles=on))
        )
        self.show_options(CodeLengthsOptions())
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        names = (
            translate("CodeControls", "As given"),
            translate("CodeControls", "By P"),
            translate("CodeControls", "By Q"),
        )
        self._order.set_words(translate("CodeControls", "Order of the blocks"), names, names)
        self._order.setToolTip(
            translate("CodeControls", "The order of the blocks: as given, or the most probable first")
        )
        self._reversed_roles.setAccessibleName(translate("CodeControls", "Show code lengths for H(Q,P)"))
        self._reversed_roles.setToolTip(
            translate(
                "CodeControls", "Show code lengths for H(Q,P): Q happens, P is believed (the reverse cross-entropy)"
            )
        )

    def show_options(self, options: CodeLengthsOptions) -> None:
        self._options = options
        self._order.show_value(options.block_order)
        self._reversed_roles.setChecked(options.reversed_roles)
