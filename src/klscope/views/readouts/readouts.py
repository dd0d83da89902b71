"""The readouts of the three measures, with a button for the unit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit
from klscope.views.magnification import set_font_size
from klscope.views.widgets.live_label import Holder, LiveLabel
from klscope.views.widgets.steady_button import SteadyButton
from klscope.views.words import numbers, pin_words, unit_names

translate = QCoreApplication.translate
NUMBER_SIZE = 30


class NumberLabel(LiveLabel):
    """A number with tabular figures in a label of fixed size; it can be copied.

    Signals
    -------
    copy_requested()
        The user asked to copy the number as a line of Python.
    """

    copy_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_font_size(self, NUMBER_SIZE, bold=True)
        metrics = QFontMetrics(self.font())
        self.setFixedSize(metrics.horizontalAdvance("8888.8888") + 4, metrics.height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(translate("Readouts", "Copy as Python")).triggered.connect(self.copy_requested)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())  # not exec(), which would run a nested event loop


class ReadoutRow(QWidget):
    """A readout: name, difference to a pin, meaning, value and unit."""

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        set_font_size(self.title, 16, bold=True)
        self.title.setProperty("role", role)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning = QLabel()
        set_font_size(self.meaning, 13)
        self.meaning.setProperty("quiet", True)
        self.difference = LiveLabel()
        self.difference.setObjectName(name.replace("Readout", "Difference"))
        set_font_size(self.difference, 12)
        self.difference.setProperty("quiet", True)
        self.difference.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.number = NumberLabel(name)
        self.unit = SteadyButton(name.replace("Readout", "Unit"), 13, "flat")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        heading = QHBoxLayout()
        grid.addLayout(heading, 0, 0)
        heading.setSpacing(8)
        heading.addWidget(self.title)
        heading.addWidget(Holder(self.difference), 1)
        grid.addWidget(self.meaning, 1, 0)
        grid.addWidget(self.number, 0, 1, 2, 1)
        grid.addWidget(self.unit, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)


class ReadoutsPanel(QFrame):
    """H(P), H(P,Q) and KL(P‖Q).

    Signals
    -------
    unit_menu_requested(QWidget)
        A unit was clicked; the menu is to open below this widget.
    copy_requested(str)
        The user asked to copy "entropy", "cross_entropy" or "kl_divergence" as Python.
    """

    unit_menu_requested = Signal(QWidget)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {
            "entropy": ReadoutRow("entropyReadout", "p"),
            "cross_entropy": ReadoutRow("crossEntropyReadout", ""),
            "kl_divergence": ReadoutRow("divergenceReadout", "excess"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for place, (name, row) in enumerate(self._rows.items()):
            if place:
                rule = QFrame()
                rule.setObjectName("rule")
                rule.setFixedHeight(1)
                column.addWidget(rule)
            column.addWidget(row)
            row.unit.clicked.connect(lambda _=False, button=row.unit: self.unit_menu_requested.emit(button))
            row.number.copy_requested.connect(lambda name=name: self.copy_requested.emit(name))
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            "entropy": ("H(P)", translate("Readouts", "average surprise, knowing P")),
            "cross_entropy": ("H(P,Q)", translate("Readouts", "average surprise, believing Q")),
            "kl_divergence": ("KL(P‖Q)", translate("Readouts", "extra cost of believing Q")),
        }
        for name, (title, meaning) in words.items():
            row = self._rows[name]
            row.title.setText(title)
            row.meaning.setText(meaning)
            row.number.setAccessibleName(title)
            row.unit.set_texts(*(f"{unit_names.plural(unit)} ▼" for unit in Unit))
            row.unit.setAccessibleName(translate("Readouts", "Unit of {name}").format(name=title))
            row.unit.setToolTip(translate("Readouts", "Click for bits, nats or hartleys"))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        unit = unit_names.plural(snapshot.view.unit)
        differences = snapshot.pin_differences
        for name, row in self._rows.items():
            value = getattr(snapshot, name)
            text = numbers.value(value)
            if text != row.number.text():
                row.number.setText(text)
            if not snapshot.axes_frozen:  # no tooltip is shown during a drag
                row.number.setToolTip(f"{numbers.exact(value)} {unit}")
            if row.unit.text() != f"{unit} ▼":
                row.unit.setText(f"{unit} ▼")
            compared, in_full = "", ""
            if differences is not None:
                apart, pin = getattr(differences, name), differences.pin.name
                compared = pin_words.difference_text(apart, pin)
                in_full = pin_words.difference_in_full(apart, pin, unit)
            if compared != row.difference.text():
                row.difference.setText(compared)
            if in_full != row.difference.toolTip():
                row.difference.setToolTip(in_full)
            described = f"{row.number.text()} {unit}" + (f", {compared}" if compared else "")
            if described != row.number.accessibleDescription():
                row.number.setAccessibleDescription(described)
