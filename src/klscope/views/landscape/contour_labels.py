"""Placement of contour labels, along the longest line from the extremum to a vertex."""

from __future__ import annotations

import numpy as np

from klscope.model.snapshot import Snapshot
from klscope.model.view_options import LandscapeQuantity
from klscope.views.landscape.simplex_geometry import Triangle
from klscope.views.landscape.surface import FROM_P, Surface, colour_scale
from klscope.views.words import numbers

APART, CLEAR_OF_POINTS, SAMPLES = 30.0, 22.0, 240


def contour_labels(
    snapshot: Snapshot, surface: Surface, triangle: Triangle, taken: list[tuple[float, float]]
) -> list[tuple[str, float, float]]:
    """Return the labels of contours that fit, with their centres, clear of the points ``taken``."""
    quantity = snapshot.view.landscape.quantity
    if quantity is LandscapeQuantity.ENTROPY:
        start = triangle.place(np.full(3, 1.0 / 3.0))
    else:
        comparison = snapshot.comparison
        start = triangle.place((comparison.p if quantity in FROM_P else comparison.q).probabilities)
    ways = np.hypot(*(triangle.vertices - start).T)
    end = triangle.vertices[int(np.argmax(ways))]
    parts = np.linspace(0.0, 1.0, SAMPLES)
    xs, ys = start[0] + parts * (end[0] - start[0]), start[1] + parts * (end[1] - start[1])
    rows, columns = surface.parts.shape
    row = np.clip(((ys - triangle.top) * surface.ratio).astype(np.intp), 0, rows - 1)
    column = np.clip(((xs - triangle.left) * surface.ratio).astype(np.intp), 0, columns - 1)
    heights = surface.parts[row, column]
    scale = colour_scale(snapshot)
    places = list(taken)
    found = []
    for level in reversed(scale.levels):
        above = heights >= scale.part(level)
        crossings = np.flatnonzero(above[1:] != above[:-1])
        if not crossings.size:
            continue
        x, y = float(xs[crossings[0]]), float(ys[crossings[0]])
        room = [np.hypot(x - other_x, y - other_y) for other_x, other_y in places]
        if min(room[: len(taken)]) < CLEAR_OF_POINTS or any(one < APART for one in room[len(taken) :]):
            continue
        places.append((x, y))
        found.append((numbers.short(level), x, y))
    return found
