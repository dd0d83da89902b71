"""Small dialogs of commands that need a number: a seed, a temperature, an amount of smoothing."""

from __future__ import annotations

from collections.abc import Callable
from math import log10

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

translate = QCoreApplication.translate
SLIDER_STEPS = 400
LARGEST_SEED = 2_147_483_647


def add_buttons(dialog: QDialog, layout: QVBoxLayout, accept: Callable[[], None]) -> None:
    """Add OK, which calls ``accept``, and Cancel at the end of a dialog."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    for button in box.buttons():
        button.setIcon(QIcon())
    box.accepted.connect(accept)
    box.rejected.connect(dialog.reject)
    layout.addWidget(box)


class SeedDialog(QDialog):
    """Asks for the seed of a random distribution."""

    def __init__(self, title: str, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        words = QLabel(
            translate("Dialogs", "Every distribution is equally likely (Dirichlet(1)). One seed, one distribution.")
        )
        column.addWidget(words)
        self.seed = QSpinBox()
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setValue(seed)
        self.seed.selectAll()
        self.seed.setAccessibleName(translate("Dialogs", "Seed"))
        form = QFormLayout()
        column.addLayout(form)
        form.addRow(translate("Dialogs", "Seed"), self.seed)
        add_buttons(self, column, self.accept)


class AmountDialog(QDialog):
    """Asks for an amount with a slider, and previews its effect.

    Signals
    -------
    amount_changed(float)
        The amount to preview.
    """

    amount_changed = Signal(float)

    def __init__(self, title: str, explanation: str, name: str, logarithmic: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self._logarithmic = logarithmic
        column = QVBoxLayout(self)
        words = QLabel(explanation)
        words.setWordWrap(True)
        column.addWidget(words)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setAccessibleName(name)
        self.amount = QDoubleSpinBox()
        self.amount.setDecimals(3)
        self.amount.setSingleStep(0.01)
        self.amount.setRange(*((0.1, 10.0) if logarithmic else (0.0, 1.0)))
        self.amount.setAccessibleName(name)
        column.addWidget(self.slider)
        form = QFormLayout()
        column.addLayout(form)
        form.addRow(name, self.amount)
        add_buttons(self, column, self.accept)
        self._show(1.0 if logarithmic else 0.0)
        # programmatic changes of slider and box are not emitted
        self.slider.actionTriggered.connect(lambda _: self._slid(self.slider.sliderPosition()))
        self.amount.valueChanged.connect(self._typed)

    def _show(self, amount: float) -> None:
        part = (log10(amount) + 1.0) / 2.0 if self._logarithmic else amount
        with QSignalBlocker(self.slider), QSignalBlocker(self.amount):
            self.slider.setValue(round(part * SLIDER_STEPS))
            self.amount.setValue(amount)

    def _slid(self, position: int) -> None:
        part = position / SLIDER_STEPS
        amount = 10.0 ** (2.0 * part - 1.0) if self._logarithmic else part
        with QSignalBlocker(self.amount):
            self.amount.setValue(amount)
        self.amount_changed.emit(self.amount.value())

    def _typed(self, amount: float) -> None:
        self._show(amount)
        self.amount_changed.emit(amount)


def temperature_dialog(side: str, parent: QWidget) -> AmountDialog:
    """Return the dialog of *Sharpen or soften*."""
    return AmountDialog(
        translate("Dialogs", "Sharpen or Soften {side}").format(side=side),
        translate("Dialogs", "Each probability to the power 1/T, renormalised. Below 1 sharper, above 1 softer."),
        translate("Dialogs", "Temperature T"),
        True,
        parent,
    )


def smoothing_dialog(side: str, parent: QWidget) -> AmountDialog:
    """Return the dialog of *Smooth*."""
    return AmountDialog(
        translate("Dialogs", "Smooth {side}").format(side=side),
        translate("Dialogs", "(1 − λ) of {side} and λ of the uniform distribution: no bar stays at 0.").format(
            side=side
        ),
        translate("Dialogs", "Amount λ"),
        False,
        parent,
    )


class TextDialog(QDialog):
    """Shows text."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 560)
        column = QVBoxLayout(self)
        text = QTextBrowser()
        text.setOpenExternalLinks(True)
        text.setHtml(html)
        text.setAccessibleName(title)
        column.addWidget(text)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        box.rejected.connect(self.reject)
        column.addWidget(box)
