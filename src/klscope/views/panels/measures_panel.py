"""More measures of the same pair: each with its name, its value and when one uses it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from klscope.model.snapshot import Snapshot
from klscope.views import numbers
from klscope.views.fonts import font

translate = QCoreApplication.translate

IN_UNITS = ("entropy_q", "reverse_cross_entropy", "reverse_kl_divergence", "jensen_shannon_divergence")
PLAIN = ("total_variation_distance", "hellinger_distance", "perplexity_p", "cross_perplexity")


def _words() -> dict[str, tuple[str, str]]:
    return {
        "entropy_q": ("H(Q)", translate("Measures", "average surprise if Q were true")),
        "reverse_cross_entropy": ("H(Q,P)", translate("Measures", "cross-entropy the other way round")),
        "reverse_kl_divergence": (
            "KL(Q‖P)",
            translate("Measures", "reverse KL: what believing P costs where Q is true"),
        ),
        "jensen_shannon_divergence": ("JS(P,Q)", translate("Measures", "Jensen–Shannon: symmetric, always finite")),
        "total_variation_distance": ("TV(P,Q)", translate("Measures", "total variation: ½ Σ |P − Q|, from 0 to 1")),
        "hellinger_distance": ("Hellinger", translate("Measures", "√(½ Σ (√P − √Q)²), from 0 to 1")),
        "perplexity_p": (
            translate("Measures", "perplexity of P"),
            translate("Measures", "as many equal choices as P is worth"),
        ),
        "cross_perplexity": (
            translate("Measures", "perplexity of Q on P"),
            translate("Measures", "equal choices Q hesitates between, when P happens"),
        ),
    }


class MeasuresPanel(QScrollArea):
    """Reverse KL, JS, TV, Hellinger, perplexities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: dict[str, QLabel] = {}
        self._names: dict[str, tuple[QLabel, QLabel]] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 5, 16, 3)
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for place, name in enumerate(IN_UNITS + PLAIN):
            title, meaning, value = QLabel(), QLabel(), QLabel()
            title.setFont(font(14, bold=True))
            meaning.setFont(font(12))
            meaning.setProperty("quiet", True)
            meaning.setContentsMargins(0, 0, 0, 2)
            value.setFont(font(15, bold=True))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setMinimumWidth(150)
            grid.addWidget(title, 2 * place, 0)
            grid.addWidget(meaning, 2 * place + 1, 0, 1, 2)
            grid.addWidget(value, 2 * place, 1)
            self._values[name], self._names[name] = value, (title, meaning)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)
        self._pending: Snapshot | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self.setAccessibleName(translate("Measures", "More measures"))
        for name, (title, meaning) in _words().items():
            self._names[name][0].setText(title)
            self._names[name][1].setText(meaning)
            self._values[name].setAccessibleName(title)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the measures of a state, if anyone sees them."""
        self._pending = snapshot
        if not self.isVisible():
            return
        for name, label in self._values.items():
            nats = getattr(snapshot.measures, name)
            number = snapshot.in_unit(nats) if name in IN_UNITS else nats
            unit = f" {snapshot.view.unit.label}" if name in IN_UNITS else ""
            digits = numbers.exact(number) + unit
            if label.toolTip() != digits:
                label.setText(numbers.value(number) + unit)
                label.setToolTip(digits)

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Catch up with what happened while hidden."""
        super().showEvent(event)  # type: ignore[arg-type]  # whatever Qt sends
        if self._pending is not None:
            self.show_snapshot(self._pending)
