"""What may be painted over the bars of a distribution by whoever has something to compare them with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from klscope.views.bars.bar_chart import BarChart


class Overlay(Protocol):
    """Something painted over the bars of a chart.

    Attributes
    ----------
    over_lines
        Whether it stands over the dashed lines too; else they stand over it.
    """

    over_lines: bool

    def paint(self, painter: QPainter, chart: BarChart) -> None:
        """Paint it, in viewport pixels; ``chart.area`` says where the bars stand."""
