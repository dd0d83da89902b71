"""A grid of measures: name, value and a description below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from klscope.model.snapshot import Snapshot
from klscope.theory.catalogue import DEFAULT_ORDER
from klscope.theory.catalogue_row import Measure, Scale
from klscope.views.measures.measures_rows import name_and_meaning
from klscope.views.widgets.parts import text_label
from klscope.views.words import numbers, unit_names


class MeasuresGrid(QWidget):
    """A group of rows of *More measures*."""

    def __init__(self, rows: tuple[Measure, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self._rows: list[tuple[Measure, QLabel, QLabel, QLabel]] = []
        for place, row in enumerate(rows):
            title, value = text_label(14, bold=True), text_label(15, bold=True)
            meaning = text_label(12, quiet=True, wraps=True)
            meaning.setContentsMargins(0, 0, 0, 2)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(150)
            for label in (title, meaning, value):
                label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(title, 2 * place, 0)
            grid.addWidget(value, 2 * place, 1)
            grid.addWidget(meaning, 2 * place + 1, 0, 1, 2)
            self._rows.append((row, title, meaning, value))
        self.retranslate()

    def retranslate(self) -> None:
        for row, title, meaning, value in self._rows:
            name, explanation = name_and_meaning(row)
            title.setText(name)
            meaning.setText(explanation)
            value.setAccessibleName(name)

    def show_snapshot(self, snapshot: Snapshot, order: float = DEFAULT_ORDER) -> None:
        unit_name = unit_names.plural(snapshot.view.unit)
        units = {Scale.INFORMATION: f" {unit_name}", Scale.ROOT: f" √{unit_name}", Scale.NONE: ""}
        for row, _, _, value in self._rows:
            number, unit = snapshot.value(row, order), units[row.scale]
            digits = numbers.exact(number) + unit
            if value.toolTip() != digits:
                value.setText(numbers.value(number) + unit)
                value.setToolTip(digits)
