"""Heat maps: values to colours of one hue, with contour lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from klscope.theory.simplex_grid import SingleArray
from klscope.theory.units import Unit
from klscope.views.painting.axes import FEW_RUNGS, ladder, tick_step
from klscope.views.theme import Theme

MOST_BITS = 5.0
SHADES, LINE_SHADES = 256, 8
STRONGEST = 0.6
"""The opacity of the colour at the top of the scale: text remains readable on it."""
LINE_STRENGTH, LINE_WIDTH = 0.5, 1.1
LINES_ON_LEVEL_SCALE = 7


@dataclass(frozen=True)
class ColourScale:
    """A mapping of values to colours.

    Attributes
    ----------
    top
        The lowest value of the strongest colour, in the chosen unit.
    levels
        The values of contour lines, ascending, below the top.
    rooted
        Whether colours are linear in the root of the value, because a divergence grows as the squared distance from its
        minimum.
    is_most
        Whether no value is above the top.
    """

    top: float
    levels: tuple[float, ...]
    rooted: bool
    is_most: bool

    def parts(self, values: SingleArray) -> SingleArray:
        """Return the colour strengths of values ≥ 0: 0 to 1 at the top, and up to 2 above it."""
        parts: SingleArray = np.minimum(values * np.float32(1.0 / self.top), np.float32(2.0))
        return np.sqrt(parts, out=parts) if self.rooted else parts

    def part(self, value: float) -> float:
        return float(self.parts(np.array([value], dtype=np.float32))[0])


def rungs(low: float, high: float) -> list[float]:
    """Return the numbers 1, 2, 5 × 10^k from ``low`` to ``high``, ascending."""
    found, rung = [], ladder(low, FEW_RUNGS)
    while rung <= high * (1.0 + 1e-9):
        found.append(rung)
        rung = ladder(rung * 1.5, FEW_RUNGS)
    return found


def open_scale(unit: Unit) -> ColourScale:
    """Return the scale of an unbounded divergence: contours at 1, 2, 5 × 10^k up to some bits."""
    most = float(unit.from_nats(MOST_BITS * np.log(2.0)))
    top = rungs(most / 10.0, most)[-1]
    return ColourScale(top, tuple(rungs(top / 100.0, 0.9 * top)), rooted=True, is_most=False)


def bounded_scale(most: float) -> ColourScale:
    """Return the scale of a divergence of at most ``most``: contours at 1, 2, 5 × 10^k."""
    return ColourScale(most, tuple(rungs(most / 100.0, 0.9 * most)), rooted=True, is_most=True)


def level_scale(most: float, is_most: bool) -> ColourScale:
    """Return the scale of an entropy or cross-entropy: equidistant contours."""
    step = tick_step(most, LINES_ON_LEVEL_SCALE)
    count = int(np.ceil(most / step - 1e-9))
    return ColourScale(most, tuple(step * place for place in range(1, count)), rooted=False, is_most=is_most)


@lru_cache(maxsize=4)
def colours(theme: Theme) -> NDArray[np.uint32]:
    """Return all colours of a heat map, shape ``(LINE_SHADES · SHADES,)``: the shades for each line coverage."""
    low, full, line = (_channels(colour) for colour in (theme.card, theme.excess_fill, theme.ink))
    shades = low + np.linspace(0.0, STRONGEST, SHADES)[:, None] * (full - low)
    strengths = np.linspace(0.0, LINE_STRENGTH, LINE_SHADES)[:, None, None]
    mixed = np.round(shades + strengths * (line - shades)).astype(np.uint32).reshape(-1, 3)
    packed: NDArray[np.uint32] = mixed @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32) + np.uint32(0xFF000000)
    return packed


def _channels(colour: str) -> NDArray[np.float64]:
    shown = QColor(colour)
    return np.array([shown.red(), shown.green(), shown.blue()], dtype=np.float64)


@lru_cache(maxsize=4)
def colour_bar(theme: Theme) -> QImage:
    """Return the shades as an image one pixel wide, the strongest at the top."""
    shades = np.ascontiguousarray(colours(theme)[SHADES - 1 :: -1])
    return QImage(shades.data, 1, SHADES, 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def line_coverage(parts: SingleArray, scale: ColourScale, ratio: float) -> SingleArray:
    """Return the coverage of each pixel by contour lines, from 0 to 1, for the colour strengths at the pixels.

    The device pixel ratio scales the line width.
    """
    away = np.full(parts.shape, 9.0, dtype=np.float32)
    for level in scale.levels:
        np.minimum(away, np.abs(parts - np.float32(scale.part(level))), out=away)
    slope = np.empty_like(parts)
    slope[:, 1:-1] = np.abs(parts[:, 2:] - parts[:, :-2])
    slope[:, 0], slope[:, -1] = slope[:, 1], slope[:, -2]
    steep = np.zeros_like(parts)
    steep[1:-1] = np.abs(parts[2:] - parts[:-2])
    # an approximation of the gradient's length without roots: the longer component plus 0.4 of the shorter
    gradient = np.maximum(slope, steep)
    gradient += np.float32(0.4) * np.minimum(slope, steep)
    gradient *= np.float32(0.5)
    gradient += np.float32(1e-7)
    np.divide(away, gradient, out=away)
    np.subtract(np.float32(LINE_WIDTH * ratio / 2.0 + 0.5), away, out=away)
    return np.clip(away, np.float32(0.0), np.float32(1.0), out=away)


def heat_image(parts: SingleArray, inside: NDArray[np.bool_], scale: ColourScale, theme: Theme, ratio: float) -> QImage:
    """Return the image of colour strengths, shape ``(rows, columns)``; transparent outside."""
    index = (np.minimum(parts, np.float32(1.0)) * np.float32(SHADES - 1)).astype(np.uint16)
    lines = (line_coverage(parts, scale, ratio) * np.float32(LINE_SHADES - 0.01)).astype(np.uint16)
    index += lines * np.uint16(SHADES)
    pixels = np.ascontiguousarray(colours(theme)[index])
    pixels *= inside
    rows, columns = parts.shape
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()
    image.setDevicePixelRatio(ratio)
    return image
