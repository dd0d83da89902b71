"""The geometry and state that painters over the bars use, and the base class of overlays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPainter

from klscope.views.painting.geometry import PlotArea
from klscope.views.theme import Theme


@dataclass(frozen=True, slots=True)
class BarFrame:
    """The bars of one distribution as painted: ``area`` is in viewport pixels, ``ceiling`` None without a limit."""

    area: PlotArea
    theme: Theme
    highlighted: tuple[int, ...] = ()
    ceiling: float | None = None


class Overlay(Protocol):
    """A drawing over the bars of a chart, above the dashed lines (``over_lines``) or below."""

    over_lines: bool

    def paint(self, painter: QPainter, frame: BarFrame) -> None:
        """Paint the overlay, in viewport pixels."""
