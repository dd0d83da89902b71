"""The content of the tab of formulas: each formula with its numbers and a copy button."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit
from klscope.views.formula import formula_texts, typeset
from klscope.views.formula.formula_sums import NAMES, sum_of
from klscope.views.formula.formula_texts import TITLES
from klscope.views.formula.sum_lines import SumLines
from klscope.views.painting.painted_widget import ThemedWidget
from klscope.views.theme import Theme
from klscope.views.widgets.parts import column_in, small_button

translate = QCoreApplication.translate
FORMULA_SIZE = 17


@cache
def formula(name: str, unit: Unit) -> typeset.Box:
    """Return a typeset formula, with P and Q in their colours."""
    size = FORMULA_SIZE

    def of_i(side: str) -> typeset.Box:
        return typeset.text(f"{side}(i)", size, side.lower())

    log = typeset.text("ln" if unit is Unit.NAT else "log", size)
    if unit is not Unit.NAT:
        log = typeset.lowered(log, "2" if unit is Unit.BIT else "10", size)
    title = typeset.text(f"{TITLES[name]} =", size)
    total = typeset.sum_over("i", size)
    if name == "kl_divergence":
        return typeset.row(title, total, of_i("P"), log, typeset.fraction(of_i("P"), of_i("Q"), size), gap=6)
    signed = typeset.row(typeset.text("−", size), total, gap=2)
    return typeset.row(title, signed, of_i("P"), log, of_i("P" if name == "entropy" else "Q"), gap=6)


class FormulaLine(ThemedWidget):
    """A typeset formula."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._name = name
        self._unit = Unit.BIT

    def show_unit(self, unit: Unit) -> None:
        box = formula(self._name, unit)
        self._unit = unit
        self.fix_height(round(box.over + box.under) + 4)
        self.setMinimumWidth(round(box.width) + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self.painter()
        box = formula(self._name, self._unit)
        colours = {"p": self.theme.p_text, "q": self.theme.q_text, "ink": self.theme.ink}
        box.paint(painter, 0.0, 2.0 + box.over, colours.__getitem__)
        painter.end()


class FormulaSheet(QWidget):
    """H(P), H(P,Q) and KL(P‖Q) as formulas, each with its numbers and a copy button.

    Signals
    -------
    hovered(int)
        The pointer entered the term of this category; −1 for none.
    copied(str)
        Something was copied; a message.
    """

    hovered = Signal(int)
    copied = Signal(str)

    def __init__(self, theme: Theme, latest: Callable[[], Snapshot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest = latest
        self.formulas = {name: FormulaLine(name, theme) for name in NAMES}
        self.sums = {name: SumLines(theme) for name in NAMES}
        self.buttons = {name: small_button("") for name in NAMES}
        self._menus: dict[str, QMenu] = {}
        column = column_in(self, 2, (16, 6, 8, 6))
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.menu_of(name).popup(self._below(name)))
            line = QHBoxLayout()
            column.addLayout(line)
            line.addWidget(self.formulas[name], 1)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(self.sums[name])
            column.addSpacing(8)
            self.sums[name].hovered.connect(self.hovered)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.setText(translate("Formula", "Copy ▼"))
            button.setAccessibleName(translate("Formula", "Copy {name}").format(name=TITLES[name]))
            button.setToolTip(translate("Formula", "Copy as LaTeX, as Python or as plain text"))
            self.sums[name].retranslate()
            self.sums[name].setAccessibleName(translate("Formula", "{name} with numbers").format(name=TITLES[name]))
        self._menus.clear()

    def set_theme(self, theme: Theme) -> None:
        for name in NAMES:
            self.formulas[name].set_theme(theme)
            self.sums[name].set_theme(theme)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        for name in NAMES:
            self.formulas[name].show_unit(snapshot.view.unit)
            self.sums[name].show_sum(sum_of(snapshot, name), snapshot.in_gesture)
            self.sums[name].setAccessibleDescription(" ".join(chip.text for chip in self.sums[name].chips))

    def show_pointed(self, index: int) -> None:
        for view in self.sums.values():
            view.show_pointed(index)

    def _below(self, name: str) -> QPoint:
        button = self.buttons[name]
        return button.mapToGlobal(QPoint(0, button.height()))

    def menu_of(self, name: str) -> QMenu:
        if name not in self._menus:
            menu = QMenu(self)
            for text, write in (
                (translate("Formula", "LaTeX"), formula_texts.latex),
                (translate("Formula", "Python"), formula_texts.python),
                (translate("Formula", "Plain text"), formula_texts.plain_text),
            ):
                menu.addAction(text).triggered.connect(
                    lambda _=False, text=text, write=write: self._copy(write(self._latest(), name), name, text)
                )
            self._menus[name] = menu
        return self._menus[name]

    def _copy(self, copy: str, name: str, kind: str) -> None:
        QApplication.clipboard().setText(copy)
        self.copied.emit(translate("Formula", "Copied: {name} as {kind}.").format(name=TITLES[name], kind=kind))
