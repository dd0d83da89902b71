"""The strip under the charts that leads through the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from klscope.files.tables.row_pairs import OtherSide
from klscope.theory.distribution import FloatArray
from klscope.views.magnification import set_font_size
from klscope.views.rows.divergence_line import DivergenceLine
from klscope.views.theme import Theme
from klscope.views.widgets.cards import Card
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ShownRow:
    """What the strip shows.

    Attributes
    ----------
    position, count
        The position of the row from 0, and the number of rows.
    name
        The name of the row.
    divergence
        Its KL(P‖Q) with the unit, as text.
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
        self._name = QLabel()
        self._name.setObjectName("rowName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        set_font_size(self._name, 13, bold=True)
        self._order, self._other = QComboBox(), QComboBox()
        self._order.setObjectName("rowOrder")
        self._other.setObjectName("rowOther")
        for box in (self._order, self._other):
            set_font_size(box, 13)
        self.line = DivergenceLine(theme)
        before: tuple[QWidget, ...] = (self._back, self._next, self._name)
        after: tuple[QWidget, ...] = (self._order, self._other, self._mean, self._close)
        for part in before:
            row.addWidget(part)
        row.addWidget(self.line, 1)
        for part in after:
            row.addWidget(part)
        self.column.addWidget(inside)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._mean.clicked.connect(self.mean_chosen)
        self._close.clicked.connect(self.closed)
        self.line.position_chosen.connect(self.position_chosen)
        self._order.activated.connect(lambda place: self.order_chosen.emit(place == 1))
        self._other.activated.connect(lambda place: self.other_chosen.emit(list(OtherSide)[place]))
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
            self._other.addItems([translate("Rows", "Q: mean"), translate("Rows", "Q: uniform")])
        self._order.setAccessibleName(translate("Rows", "Order of the rows"))
        self._other.setAccessibleName(translate("Rows", "What the rows are compared with"))
        self.line.setAccessibleName(translate("Rows", "KL(P‖Q) of all rows"))
        if self._shown is not None:
            self.show_row(self._shown)

    def show_row(self, shown: ShownRow) -> None:
        """Show the name and the divergence of the row, and the choices."""
        self._shown = shown
        if shown.is_mean:
            text = translate("Rows", "mean of {count} rows").format(count=f"{shown.count:,}")
        else:
            text = translate("Rows", "{number} of {count}: {name}").format(
                number=f"{shown.position + 1:,}", count=f"{shown.count:,}", name=short_name(shown.name)
            )
        self._name.setText(f"{text} · {shown.divergence}")
        self.line.setAccessibleDescription(self._name.text())
        self._mean.setChecked(shown.is_mean)
        self._back.setEnabled(shown.position > 0)
        self._next.setEnabled(shown.position < shown.count - 1)
        self._order.setCurrentIndex(int(shown.by_divergence))
        self._other.setVisible(shown.other is not None)
        if shown.other is not None:
            self._other.setCurrentIndex(list(OtherSide).index(shown.other))

    def show_divergences(self, values: FloatArray) -> None:
        """Show the divergences of all rows in their order, in nats."""
        self.line.show_values(values, self._shown.position if self._shown is not None else 0)

    def set_theme(self, theme: Theme) -> None:
        self.line.set_theme(theme)
