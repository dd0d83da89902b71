"""The white panes with a border, and the heads of the charts in them."""

from __future__ import annotations

from math import isinf

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from klscope.model.comparison import Side
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import TermsMode, ViewState
from klscope.theory.units import Unit
from klscope.views import numbers
from klscope.views.code_controls import CodeControls
from klscope.views.fonts import font
from klscope.views.live_label import Holder, LiveLabel

translate = QCoreApplication.translate
ROOM_FOR_ALL_BUTTONS, ROOM_FOR_FORMULA, ROOM_FOR_ITS_NAME = 600, 730, 860


def mode_name(mode: TermsMode) -> str:
    """Return what a mode of the per-category pane is called."""
    return {
        TermsMode.KL_DIVERGENCE: "KL(P‖Q)",
        TermsMode.CROSS_ENTROPY: "H(P,Q)",
        TermsMode.ENTROPY: "H(P)",
        TermsMode.CODE_LENGTHS: translate("Charts", "Code lengths"),
    }[mode]


def equals(one: float, other: float, total: float) -> str:
    """Return the sign between a sum and its total: three rounded numbers need not add up, and must not claim to."""
    if isinf(total) or round(round(one, 3) + round(other, 3), 3) == round(total, 3):
        return "="
    return "≈"


class Card(QFrame):
    """A pane."""

    def __init__(self, margins: tuple[int, int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(2)


class DistributionHead(QWidget):
    """Which distribution this is, and what its dashed lines are."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        self._name = QLabel(side.value)
        self._name.setFont(font(16, bold=True))
        self._name.setProperty("role", side.value.lower())
        self._words = QLabel()
        self._words.setFont(font(13))
        self._words.setProperty("quiet", True)
        row.addWidget(self._name)
        row.addWidget(self._words, 1)
        self.setFixedHeight(24)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._words.setText(
            translate("Charts", "what happens · dashed line: Q")
            if self._side is Side.P
            else translate("Charts", "what the model believes · dashed line: P — drag a bar, the others make room")
        )


class TermsHead(QWidget):
    """The modes of the per-category chart, the formula of its terms, and their sum.

    Signals
    -------
    mode_chosen(TermsMode)
        A mode was clicked.
    adjusted_chosen(bool)
        Q(i) − P(i) is to be added to each term, or no longer.
    order_chosen(CodeOrder), turned_chosen(bool)
        The blocks of the code lengths are to stand in this order; P and Q in them are to be turned round, or back.
    """

    mode_chosen = Signal(object)
    adjusted_chosen = Signal(bool)
    order_chosen = Signal(object)
    turned_chosen = Signal(bool)

    def __init__(self, modes: QActionGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[TermsMode, QPushButton] = {}
        group = QButtonGroup(self)
        places = ("first", "middle", "middle", "last")
        for action, place in zip(modes.actions(), places, strict=True):
            mode = action.data()
            button = QPushButton()
            button.setCheckable(True)
            button.setFont(font(13))
            button.setProperty("segment", place)
            button.clicked.connect(lambda _=False, mode=mode: self.mode_chosen.emit(mode))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[mode] = button
        self._formula = QLabel()
        self._formula.setFont(font(13))
        self._formula.setProperty("quiet", True)
        self._formula.setMinimumWidth(1)
        row.addSpacing(14)
        row.addWidget(self._formula)
        self._adjusted = QToolButton()
        self._adjusted.setText("+ Q − P")
        self._adjusted.setFont(font(12))
        self._adjusted.setCheckable(True)
        self._adjusted.setProperty("small", True)
        self._adjusted.clicked.connect(self.adjusted_chosen)
        row.addSpacing(8)
        row.addWidget(self._adjusted)
        self._row = row
        self._controls: CodeControls | None = None
        self._sum = LiveLabel()
        self._sum.setFont(font(13, bold=True))
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        row.addWidget(Holder(self._sum), 1)
        row.addSpacing(8)
        self.setFixedHeight(30)
        self._shown: object = None
        self._formula_text = ""
        self._buttons[TermsMode.CODE_LENGTHS].setMinimumWidth(1)
        self._adjusted.setMinimumWidth(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._adjusted.setToolTip(
            translate("Charts", "Add Q(i) − P(i) to each term: every bar turns non-negative and the sum stays")
        )
        self._adjusted.setAccessibleName(translate("Charts", "Add Q − P to each term"))
        if self._controls is not None:
            self._controls.retranslate()
        for mode, button in self._buttons.items():
            name = mode_name(mode)
            button.setText(name)
            terms = mode is not TermsMode.CODE_LENGTHS
            button.setAccessibleName(translate("Charts", "Terms of {name}").format(name=name) if terms else name)
            button.setToolTip(
                {
                    TermsMode.KL_DIVERGENCE: translate("Charts", "What each category adds to the extra cost"),
                    TermsMode.CROSS_ENTROPY: translate("Charts", "Each category's surprise, believing Q"),
                    TermsMode.ENTROPY: translate("Charts", "Each category's surprise, knowing P"),
                    TermsMode.CODE_LENGTHS: translate(
                        "Charts", "How often, times how long the code: areas are averages"
                    ),
                }[mode]
            )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave out what the menus have too, and then the formula, where the sum would have no room."""
        self._make_room()
        super().resizeEvent(event)

    def room(self) -> int:
        """Return how wide the row is, in pixels."""
        return self.width()

    def _make_room(self) -> None:
        room = self.room()
        controlled = self._controls is not None and not self._controls.isHidden()
        formula = self._formula_text
        if room >= ROOM_FOR_ITS_NAME:
            formula = translate("Charts", "per category: {formula}").format(formula=formula)
        self._formula.setText(formula)
        self._formula.setVisible(room >= ROOM_FOR_FORMULA and not controlled)
        wide = room >= ROOM_FOR_ALL_BUTTONS
        terms = self._buttons[TermsMode.KL_DIVERGENCE].isChecked()
        self._adjusted.setVisible(terms and (wide or self._adjusted.isChecked()))
        self._buttons[TermsMode.CODE_LENGTHS].setText(
            mode_name(TermsMode.CODE_LENGTHS) if wide else translate("Charts", "Codes")
        )

    def show_controls(self, view: ViewState) -> None:
        """Show what belongs to the code lengths, made when first asked for, in the place of the formula."""
        codes = view.mode is TermsMode.CODE_LENGTHS
        if codes and self._controls is None:
            self._controls = CodeControls()
            self._controls.order_chosen.connect(self.order_chosen)
            self._controls.turned_chosen.connect(self.turned_chosen)
            self._row.insertWidget(self._row.indexOf(self._adjusted), self._controls)
            self._controls.follow_in_tab_order(self._adjusted)
        if self._controls is not None:
            self._controls.setVisible(codes)
            self._controls.show_view(view)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show mode, formula and sum."""
        view = snapshot.view
        key = (view.mode, view.unit, view.adjusted, view.order, view.turned)
        if key != self._shown:
            self._shown = key
            self.show_controls(view)
            self._buttons[view.mode].setChecked(True)
            self._adjusted.setChecked(view.adjusted)
            log = numbers.logarithm(view.unit)
            formula = {
                TermsMode.KL_DIVERGENCE: f"P(i) · {log} P(i)/Q(i)",
                TermsMode.CROSS_ENTROPY: f"−P(i) · {log} Q(i)",
                TermsMode.ENTROPY: f"−P(i) · {log} P(i)",
                TermsMode.CODE_LENGTHS: f"P(i) × −{log} Q(i)" if not view.turned else f"Q(i) × −{log} P(i)",
            }[view.mode]
            if view.adjusted and view.mode is TermsMode.KL_DIVERGENCE:
                # ln x ≤ x − 1 is what makes a term ≥ 0: in another unit what is added is converted too
                formula += " + Q(i) − P(i)" if view.unit is Unit.NAT else f" + (Q(i) − P(i)) · {log} e"
            self._formula_text = formula
            self._make_room()
        text = self._sum_text(snapshot)
        if text != self._sum.text():
            self._sum.setText(text)

    def _sum_text(self, snapshot: Snapshot) -> str:
        unit, mode = snapshot.view.unit.label, snapshot.view.mode
        if mode is TermsMode.CODE_LENGTHS:
            return ""  # the areas have their values in the picture
        if mode is TermsMode.ENTROPY:
            return f"H(P) = {numbers.value(snapshot.entropy, 3)} {unit}"
        if mode is TermsMode.CROSS_ENTROPY:
            parts = (snapshot.entropy, snapshot.kl_divergence, snapshot.cross_entropy)
            own, extra, total = (numbers.value(part, 3) for part in parts)
            return f"{own} + {extra} {equals(*parts)} {total} {unit}"
        excess, saving = snapshot.excess_and_saving
        total = numbers.value(snapshot.kl_divergence, 3)
        if saving == 0.0:
            return f"{numbers.signed(excess)} = {total} {unit}" if excess else f"0 {unit}"
        sign = equals(excess, saving, snapshot.kl_divergence)
        return f"{numbers.signed(excess)} {numbers.MINUS} {numbers.value(-saving, 3)} {sign} {total} {unit}"
