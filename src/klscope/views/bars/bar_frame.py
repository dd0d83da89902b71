"""What is painted over the bars of a distribution, and what it is told about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPainter

from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import Theme


@dataclass(frozen=True, slots=True)
class BarFrame:
    """The bars of one distribution as they are painted.

    Attributes
    ----------
    area
        Where the columns stand, in viewport pixels.
    theme
        The colours.
    highlighted
        The indices of the columns that are highlighted.
    ceiling
        The most probability that the dragged or the unlocked bars can take; None where nothing limits them.
    """

    area: PlotArea
    theme: Theme
    highlighted: tuple[int, ...] = ()
    ceiling: float | None = None


class Overlay(Protocol):
    """Something painted over the bars of a chart.

    Attributes
    ----------
    over_lines
        Whether it stands over the dashed lines too; else they stand over it.
    """

    over_lines: bool

    def paint(self, painter: QPainter, frame: BarFrame) -> None:
        """Paint it, in viewport pixels."""
