"""The strip under the charts that leads through the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from klscope.files.tables.row_pairs import OtherSide
from klscope.theory.distribution import FloatArray
from klscope.views.magnification import pixels, set_font_size
from klscope.views.rows.divergence_strip import DivergenceStrip
from klscope.views.theme import Theme
from klscope.views.widgets.cards import Card
from klscope.views.widgets.live_label import LiveLabel
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


WIDEST = 190
"""The largest width of the name of a row, in pixels before magnification."""
ROOMY = 620
"""The width from which on the divergence is shown beside the name."""
NAMES_MEASURED, WIDE = 1000, "n"


@dataclass(frozen=True)
class ShownRow:
    """What the strip shows.

    Attributes
    ----------
    position, count
        The position of the row from 0, and the number of rows.
    name
        The name of the row; empty where rows have none.
    divergence
        Its KL(P‖Q), as text.
    unit
        The name of its unit.
    is_mean
        Whether the mean of the rows is shown instead.
    by_divergence
        Whether the rows are ordered by their divergence.
    other
        What Q is; None where a second table has it.
    """

    position: int
    count: int
    name: str
    divergence: str
    unit: str
    is_mean: bool
    by_divergence: bool
    other: OtherSide | None


class RowStepper(Card):
    """Buttons, the name and the divergence of the row, and the divergences of all rows.

    Signals
    -------
    stepped(int)
        The row some places on is asked for.
    position_chosen(int)
        The row at this position is asked for.
    mean_chosen(bool), order_chosen(bool), other_chosen(OtherSide)
        The mean of the rows, the order by divergence, or another Q is asked for.
    closed()
        The table is to be closed.
    """

    stepped = Signal(int)
    position_chosen = Signal(int)
    mean_chosen = Signal(bool)
    order_chosen = Signal(bool)
    other_chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__((10, 4, 10, 4))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._back, self._next, self._mean, self._close = (QToolButton() for _ in range(4))
        for button, name in (
            (self._back, "rowBack"),
            (self._next, "rowNext"),
            (self._mean, "rowMean"),
            (self._close, "rowsClose"),
        ):
            button.setObjectName(name)
            button.setProperty("small", True)
            set_font_size(button, 13)
        self._mean.setCheckable(True)
        self._name, self._divergence = LiveLabel(), LiveLabel()
        for label, name in ((self._name, "rowName"), (self._divergence, "rowDivergence")):
            label.setObjectName(name)
            set_font_size(label, 13, bold=True)
        self._divergence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._longest = ""
        """The longest name of the first rows: the name keeps one width, so that nothing moves while stepping."""
        self._order, self._other = QComboBox(), QComboBox()
        self._order.setObjectName("rowOrder")
        self._other.setObjectName("rowOther")
        for box in (self._order, self._other):
            set_font_size(box, 13)
        self.line = DivergenceStrip(theme)
        before: tuple[QWidget, ...] = (self._back, self._next, self._name, self._divergence)
        after: tuple[QWidget, ...] = (self._order, self._other, self._mean, self._close)
        for part in before:
            row.addWidget(part)
        row.addStretch(1)
        for part in after:
            row.addWidget(part)
        self.column.addWidget(self.line)
        self.column.addWidget(inside)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._mean.clicked.connect(self.mean_chosen)
        self._close.clicked.connect(self.closed)
        self.line.position_chosen.connect(self.position_chosen)
        self.line.stepped.connect(self.stepped)
        self._order.activated.connect(lambda place: self.order_chosen.emit(place == 1))
        self._other.activated.connect(lambda place: self.other_chosen.emit(self._other.itemData(place)))
        self._shown: ShownRow | None = None
        self.retranslate()

    def retranslate(self) -> None:
        self._back.setText("‹")
        self._next.setText("›")
        self._close.setText("×")
        self._mean.setText(translate("Rows", "Mean"))
        for button, words in (
            (self._back, translate("Rows", "Previous row")),
            (self._next, translate("Rows", "Next row")),
            (self._mean, translate("Rows", "Mean of the rows")),
            (self._close, translate("Rows", "Close the table; the pair stays")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        with QSignalBlocker(self._order), QSignalBlocker(self._other):
            self._order.clear()
            self._order.addItems([translate("Rows", "as given"), translate("Rows", "by KL(P‖Q)")])
            self._other.clear()
            others = {OtherSide.MEAN: translate("Rows", "Q: mean"), OtherSide.UNIFORM: translate("Rows", "Q: uniform")}
            for other in OtherSide:
                self._other.addItem(others[other], other)
        self._order.setAccessibleName(translate("Rows", "Order of the rows"))
        self._other.setAccessibleName(translate("Rows", "What the rows are compared with"))
        self.line.setAccessibleName(translate("Rows", "KL(P‖Q) of all rows"))
        if self._shown is not None:
            self.show_row(self._shown)

    def show_row(self, shown: ShownRow) -> None:
        """Show the name and the divergence of the row, and the choices."""
        self._shown = shown
        text = _of_mean(shown.count) if shown.is_mean else _of_row(shown.position, shown.count, shown.name)
        self._name.setText(text)
        self.show_divergence(shown.divergence, shown.unit)
        self._mean.setChecked(shown.is_mean)
        self._back.setEnabled(shown.position > 0)
        self._next.setEnabled(shown.position < shown.count - 1)
        self._order.setCurrentIndex(int(shown.by_divergence))
        self._other.setVisible(shown.other is not None)
        if shown.other is not None:
            self._other.setCurrentIndex(self._other.findData(shown.other))

    def show_divergence(self, value: str, unit: str) -> None:
        """Show another KL(P‖Q) of the same row: a bar was dragged, or the unit is another one."""
        if self._shown is not None:
            self._shown = replace(self._shown, divergence=value, unit=unit)
            self._divergence.setText(_of_divergence(value, unit))
            self._set_widths()
            self.line.setAccessibleDescription(f"{self._name.text()}, {self._divergence.text()}")

    def set_names(self, names: Sequence[str]) -> None:
        """Give the name of the row the width of the longest of these, up to a limit."""
        self._longest = max((short_name(name) for name in names[:NAMES_MEASURED]), key=len, default="")

    def _set_widths(self) -> None:
        shown = self._shown
        if shown is None:
            return
        metrics = self._name.fontMetrics()
        texts = [
            _of_mean(shown.count),
            _of_row(shown.count - 1, shown.count, self._longest and WIDE * len(self._longest)),
        ]
        wide = max(metrics.horizontalAdvance(text) for text in texts)
        value = metrics.horizontalAdvance(_of_divergence("00.0000", shown.unit))
        for label, width in ((self._name, min(wide, pixels(WIDEST))), (self._divergence, value)):
            if label.minimumWidth() != width + pixels(4):
                label.setFixedWidth(width + pixels(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the divergence to the numbers at the right where there is little width."""
        super().resizeEvent(event)
        self._divergence.setVisible(self.width() >= pixels(ROOMY))

    def set_magnification(self, factor: float) -> None:  # noqa: ARG002  # the fonts are already set
        """Fit the widths of the texts to their size."""
        self._set_widths()

    def show_divergences(self, values: FloatArray) -> None:
        """Show the divergences of all rows in their order, in nats."""
        self.line.show_values(values, self._shown.position if self._shown is not None else 0)

    def set_theme(self, theme: Theme) -> None:
        self.line.set_theme(theme)


def _of_mean(count: int) -> str:
    return translate("Rows", "mean of {count} rows").format(count=f"{count:,}")


def _of_row(position: int, count: int, name: str) -> str:
    number, total = f"{position + 1:,}", f"{count:,}"
    if not name:
        return translate("Rows", "row {number} of {count}").format(number=number, count=total)
    return translate("Rows", "{number} of {count}: {name}").format(number=number, count=total, name=short_name(name))


def _of_divergence(value: str, unit: str) -> str:
    return f"KL {value} {unit}"
