"""Painter paths from arrays of points."""

from __future__ import annotations

from typing import cast

import numpy as np
from pyqtgraph import arrayToQPath
from PySide6.QtGui import QPainterPath

from klscope.theory.distribution import FloatArray


def polyline(xs: FloatArray, ys: FloatArray) -> QPainterPath:
    """Return a line through points, ``xs`` and ``ys`` of shape ``(m,)``, interrupted at points that are not finite."""
    # connect="all" would wrap the memory of a QPolygonF; an array is copied through a QDataStream
    return cast("QPainterPath", arrayToQPath(xs, ys, connect=np.ones(xs.size, np.int32)))


def segments(xs: FloatArray, ys: FloatArray) -> QPainterPath:
    """Return separate lines between points 0 and 1, 2 and 3, …; finite, shape ``(2m,)`` each."""
    return cast("QPainterPath", arrayToQPath(xs, ys, connect="pairs", finiteCheck=False))
