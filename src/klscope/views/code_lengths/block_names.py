"""Placement of names under blocks of unequal width: centred where they fit, at the tick for width 0."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from klscope.theory.distribution import FloatArray
from klscope.views.fonts import font
from klscope.views.painting.names_row import NAME_SIZE
from klscope.views.painting.static_texts import draw_centred, laid
from klscope.views.theme import Theme

NARROWEST_NAMED, NARROWEST_ELIDED = 2.0, 24.0
WIDEST_TOGETHER = 150.0
GAP = 6.0


class Name(NamedTuple):
    """A name, its categories (several at one tick), and its position."""

    text: str
    categories: tuple[int, ...]
    left: float
    right: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def elided(text: str, room: float) -> str:
    """Return a text elided to ``room`` pixels; empty if not even its beginning fits."""
    if laid(text, NAME_SIZE, bold=True).width <= room:
        return text
    if room < NARROWEST_ELIDED:
        return ""
    shown = QFontMetricsF(font(NAME_SIZE, bold=True)).elidedText(text, Qt.TextElideMode.ElideRight, room)
    return "" if shown == "…" else shown


def standing(text: str, categories: tuple[int, ...], centre: float, ends: tuple[float, float]) -> Name:
    """Return a name centred at ``centre``, moved to fit between ``ends``."""
    width = laid(text, NAME_SIZE, bold=True).width
    left = max(ends[0], min(centre - width / 2, ends[1] - width))
    return Name(text, categories, left, left + width)


def at_ticks(labels: tuple[str, ...], xs: FloatArray, never: list[int], ends: tuple[float, float]) -> list[Name]:
    """Return the names of categories of width 0, from left to right; overlapping ones are joined."""
    names: list[Name] = []
    for index in never:
        name = standing(elided(labels[index], WIDEST_TOGETHER), (index,), float(xs[index]), ends)
        while names and name.left < names[-1].right + GAP:
            last = names.pop()
            together = (*last.categories, *name.categories)
            text = elided(", ".join(labels[one] for one in together), WIDEST_TOGETHER)
            centre = (float(xs[together[0]]) + float(xs[together[-1]])) / 2
            name = standing(text, together, centre, ends)
        names.append(name)
    return names


def under_blocks(labels: tuple[str, ...], lefts: FloatArray, widths: FloatArray, taken: list[Name]) -> Iterator[Name]:
    """Return the names of blocks (in pixels), each in the part of its width not in ``taken``."""
    for index in np.flatnonzero(widths > 5.0).tolist():
        low = float(lefts[index]) + 1.0
        high = low + float(widths[index]) - 2.0
        middle = (low + high) / 2
        for name in taken:
            if name.right + GAP > low and name.left - GAP < high:
                if name.centre <= middle:
                    low = max(low, name.right + GAP)
                else:
                    high = min(high, name.left - GAP)
        text = elided(labels[index], high - low)
        if text:
            half = laid(text, NAME_SIZE, bold=True).width / 2
            yield Name(text, (index,), (low + high) / 2 - half, (low + high) / 2 + half)


def overhanging(
    labels: tuple[str, ...], lefts: FloatArray, widths: FloatArray, taken: list[Name], ends: tuple[float, float]
) -> list[Name]:
    """Return the names of narrow blocks that fit beside those ``taken``, the widest blocks first."""
    found: list[Name] = []
    edges = sorted((name.left, name.right) for name in taken)
    done = {index for name in taken for index in name.categories}
    for index in np.argsort(-widths, kind="stable").tolist():
        if widths[index] < NARROWEST_NAMED:
            break
        if index in done:
            continue
        name = standing(labels[index], (index,), float(lefts[index] + widths[index] / 2), ends)
        place = bisect(edges, (name.left, name.right))
        free_before = place == 0 or edges[place - 1][1] + GAP <= name.left
        if free_before and (place == len(edges) or name.right + GAP <= edges[place][0]):
            found.append(name)
            edges.insert(place, (name.left, name.right))
    return found


def paint_names(
    painter: QPainter, names: list[Name], lone: Name | None, heavy: set[int], y: float, theme: Theme
) -> None:
    """Paint names centred at ``y``; ``lone`` replaces those that it would overlap."""
    for bold in (False, True):
        painter.setFont(font(NAME_SIZE, bold))
        for name in names:
            if bool(heavy.intersection(name.categories)) is not bold:
                continue
            if lone is None or name.right + GAP < lone.left or name.left - GAP > lone.right:
                never = len(name.categories) > 1
                painter.setPen(QColor(theme.quiet if never else theme.ink))
                draw_centred(painter, name.text, name.centre, y, NAME_SIZE, bold)
    if lone is not None:
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(NAME_SIZE, bold=True))
        painter.drawText(
            QRectF(lone.left - 2.0, y - 10.0, lone.right - lone.left + 4.0, 20.0),
            Qt.AlignmentFlag.AlignCenter,
            lone.text,
        )
