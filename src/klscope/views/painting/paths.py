"""Arrays of points as paths that Qt draws in one call."""

from __future__ import annotations

from typing import cast

import numpy as np
from pyqtgraph import arrayToQPath
from PySide6.QtGui import QPainterPath

from klscope.theory.distribution import FloatArray


def polyline(xs: FloatArray, ys: FloatArray) -> QPainterPath:
    """Return one line through points, shape ``(m,)`` each; where a point is not finite, the line is interrupted."""
    # connect="all" would wrap the memory of a QPolygonF; with an array the points are copied through a QDataStream
    return cast("QPainterPath", arrayToQPath(xs, ys, connect=np.ones(xs.size, np.int32)))


def segments(xs: FloatArray, ys: FloatArray) -> QPainterPath:
    """Return separate lines, from every other point to the next; finite, shape ``(2m,)`` each."""
    return cast("QPainterPath", arrayToQPath(xs, ys, connect="pairs", finiteCheck=False))
