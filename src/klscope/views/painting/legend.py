"""Legends in a row: a line, a dashed line and an area, each with its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from klscope.views.painting import shapes
from klscope.views.painting.static_texts import laid, write_from
from klscope.views.theme import Theme

SIZE = 12
SWATCH, AFTER_SWATCH, BETWEEN = 20.0, 6.0, 16.0


class Entry(NamedTuple):
    """An entry of a legend: its symbol ("solid", "dashed" or "gap") and its text."""

    sign: str
    text: str


def width_of(entries: list[Entry]) -> float:
    """Return the width of a legend."""
    widths = [SWATCH + AFTER_SWATCH + laid(text, SIZE, bold=True).width for _, text in entries]
    return sum(widths) + BETWEEN * (len(widths) - 1)


def first_that_fits(versions: Iterable[list[Entry]], room: float) -> list[Entry]:
    """Return the first version that fits into ``room`` pixels, or the last one."""
    entries: list[Entry] = []
    for entries in versions:
        if width_of(entries) <= room:
            break
    return entries


def paint_legend(
    painter: QPainter, entries: list[Entry], left: float, y: int, dashes: str, theme: Theme, saving: bool = False
) -> None:
    """Paint a legend from ``left``, centred at ``y``; with ``saving``, half of the area is hatched."""
    for sign, text in entries:
        if sign == "solid":
            painter.fillRect(QRectF(left, y - 1.0, SWATCH, 2.0), QColor(theme.ink))
            colour = theme.ink
        elif sign == "dashed":
            colour = dashes
            shapes.dashes(painter, [QLineF(left, y, left + SWATCH, y)], colour, theme)
        else:
            colour, half = theme.excess_text, SWATCH / 2 - 1.0
            painter.fillRect(QRectF(left, y - 5.0, half if saving else SWATCH, 10.0), QColor(theme.excess_fill))
            if saving:
                tops = np.array([y - 5.0])
                shapes.hatch_bars(painter, np.array([left + half + 2.0]), tops, half, tops + 10.0, theme)
        left = write_from(painter, text, left + SWATCH + AFTER_SWATCH, y, SIZE, colour, bold=True) + BETWEEN
