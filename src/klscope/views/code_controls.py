"""In which order the blocks of the code lengths stand, and whose messages are in whose codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from klscope.model.view_state import CodeOrder, ViewState
from klscope.views.magnification import set_letters

translate = QCoreApplication.translate


class CodeControls(QWidget):
    """A button with the orders, and a switch that turns P and Q round.

    Signals
    -------
    order_chosen(CodeOrder)
        The blocks are to stand in this order.
    turned_chosen(bool)
        P and Q are to be turned round, or back.
    """

    order_chosen = Signal(object)
    turned_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._order, self._turned = QToolButton(), QToolButton()
        menu = QMenu(self._order)
        self._orders = QActionGroup(menu)
        for order in CodeOrder:
            action = self._orders.addAction("")
            action.setCheckable(True)
            action.setData(order)
            menu.addAction(action)
        self._order.setObjectName("codeOrder")
        self._order.setMenu(menu)
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._turned.setObjectName("codesTurned")
        self._turned.setText("H(Q,P)")
        self._turned.setCheckable(True)
        for button in (self._order, self._turned):
            set_letters(button, 12)
            button.setProperty("small", True)
            row.addWidget(button)
        self._orders.triggered.connect(lambda action: self.order_chosen.emit(action.data()))
        self._turned.clicked.connect(self.turned_chosen)
        self._view = ViewState()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        names = {
            CodeOrder.AS_GIVEN: translate("CodeControls", "As given"),
            CodeOrder.BY_P: translate("CodeControls", "By P"),
            CodeOrder.BY_Q: translate("CodeControls", "By Q"),
        }
        for action in self._orders.actions():
            action.setText(names[action.data()])
            action.setChecked(action.data() is self._view.order)
        shown = names[self._view.order]
        self._order.setText(f"{shown} ▼")
        self._order.setAccessibleName(translate("CodeControls", "Order of the blocks: {order}").format(order=shown))
        self._order.setToolTip(
            translate("CodeControls", "The order of the blocks: as given, or the most probable first")
        )
        self._turned.setAccessibleName(translate("CodeControls", "Turn P and Q round"))
        self._turned.setToolTip(
            translate("CodeControls", "Turn P and Q round: Q happens, P is believed (the reverse cross-entropy)")
        )

    def show_view(self, view: ViewState) -> None:
        """Show what is chosen."""
        self._view = view
        self._turned.setChecked(view.turned)
        self.retranslate()
