"""The geometry of running means: number of samples on a logarithmic x axis, mean on the y axis."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from klscope.theory.distribution import FloatArray
from klscope.theory.sampling import IntArray, RunningMean
from klscope.views.painting.axes import FEW_RUNGS, Range, ladder
from klscope.views.painting.geometry import Frame

FEWEST = 10
"""The smallest number of samples at the right end of the axis."""
MARGIN = 0.08
"""The margins above and below, relative to the range."""
BAND = 2.0
"""The half width of the band in standard errors."""
FAR = 1e4
APART = 6.0
"""The smallest distance between numbers below an axis, in pixels."""


def most_samples(count: int) -> int:
    """Return the right end of the axis for ``count`` samples, a round number."""
    return round(ladder(float(max(count, FEWEST)), FEW_RUNGS))


def mean_range(mean: RunningMean, target: float) -> Range:
    """Return the range of the axis for a running mean and its limit, without infinite values.

    A single number is the centre of a range as wide as its magnitude, or 1 for 0.
    """
    values = [*mean.means[np.isfinite(mean.means)].tolist(), *([target] if math.isfinite(target) else [])]
    if not values:
        return Range(0.0, 1.0)
    low, high = min(values), max(values)
    size = max(abs(low), abs(high))
    if high - low <= 1e-9 * size or size == 0.0:
        half = size / 2 or 0.5
        return Range(low - half, high + half)
    free = MARGIN * (high - low)
    return Range(low - free, high + free)


@dataclass(frozen=True)
class MeanArea(Frame):
    """The plot area of one running mean, in pixels, from 1 to ``most`` samples."""

    most: int
    shown: Range

    def xs(self, numbers: IntArray) -> FloatArray:
        return self.left + self.width * np.log(numbers) / math.log(self.most)

    def ys(self, values: FloatArray) -> FloatArray:
        """Return the ys of values, same shape; values far outside and ∞ are clipped."""
        part = (values - self.shown.low) / (self.shown.high - self.shown.low)
        return self.bottom - np.clip(self.height * part, -FAR, FAR)

    def y(self, value: float) -> float:
        return float(self.ys(np.array([value]))[0])

    @cached_property
    def decades(self) -> list[tuple[float, int]]:
        """The powers of ten on the axis, with their xs."""
        powers = 10 ** np.arange(int(math.log10(self.most) + 1e-9) + 1)
        return list(zip(self.xs(powers).tolist(), powers.tolist(), strict=True))


def number_places(area: MeanArea, widths: list[float]) -> list[tuple[int, float]]:
    """Return the numbers of samples below the axis that fit, and their centres; the last is always included.

    The last, which has a unit, does not exceed the plot, because another plot follows. ``widths`` are the text widths
    of `MeanArea.decades`.
    """
    last = len(widths) - 1
    middle = min(area.decades[last][0], area.right - widths[last] / 2)
    places, end = [], -math.inf
    for place, (x, _) in enumerate(area.decades[:last]):
        half = widths[place] / 2
        if x - half > end and x + half + APART <= middle - widths[last] / 2:
            places.append((place, x))
            end = x + half + APART
    return [*places, (last, middle)]


def finite_part(mean: RunningMean) -> int:
    """Return the number of finite means: those before the first ∞."""
    return int(np.isfinite(mean.means).sum())


def band(area: MeanArea, mean: RunningMean) -> tuple[FloatArray, FloatArray]:
    """Return xs and ys of the band of ± 2 standard errors, along the upper edge and back along the lower."""
    there = np.isfinite(mean.errors)
    xs, means, reach = area.xs(mean.numbers[there]), mean.means[there], BAND * mean.errors[there]
    ys = np.concatenate((area.ys(means + reach), area.ys(means - reach)[::-1]))
    return np.concatenate((xs, xs[::-1])), ys
