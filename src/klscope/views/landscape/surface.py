"""The heat map of a quantity on the simplex, cached until its inputs change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from klscope.model.comparison import Comparison
from klscope.model.snapshot import Snapshot
from klscope.model.view_options import LandscapeQuantity
from klscope.theory.simplex_grid import SimplexGrid, SingleArray
from klscope.views.landscape.heat_map import ColourScale, bounded_scale, heat_image, level_scale, open_scale
from klscope.views.landscape.simplex_geometry import Triangle
from klscope.views.theme import Theme

FROM_P = (LandscapeQuantity.KL_FROM_P, LandscapeQuantity.CROSS_ENTROPY, LandscapeQuantity.JENSEN_SHANNON)


def colour_scale(snapshot: Snapshot) -> ColourScale:
    """Return the colour scale of the quantity, which does not depend on P and Q."""
    quantity, unit = snapshot.view.landscape.quantity, snapshot.view.unit
    if quantity is LandscapeQuantity.JENSEN_SHANNON:
        return bounded_scale(snapshot.in_unit(float(np.log(2.0))))
    if quantity is LandscapeQuantity.ENTROPY:
        return level_scale(snapshot.uniform_entropy, is_most=True)
    if quantity is LandscapeQuantity.CROSS_ENTROPY:
        return level_scale(open_scale(unit).top, is_most=False)
    return open_scale(unit)


def known_side(comparison: Comparison, quantity: LandscapeQuantity) -> tuple[float, ...]:
    """Return the probabilities that the surface depends on: P's, Q's or, for the entropy, none."""
    if quantity is LandscapeQuantity.ENTROPY:
        return ()
    known = comparison.p if quantity in FROM_P else comparison.q
    return tuple(known.probabilities.tolist())


def infinite_edges(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the categories that must be positive for a finite value: each stands for the opposite edge."""
    quantity = snapshot.view.landscape.quantity
    if quantity not in (LandscapeQuantity.KL_FROM_P, LandscapeQuantity.CROSS_ENTROPY):
        return ()
    return tuple(int(index) for index in np.flatnonzero(snapshot.comparison.p.probabilities))


def is_infinite_inside(snapshot: Snapshot) -> bool:
    """Return whether the quantity is ∞ everywhere but on an edge or at a vertex."""
    lacking = bool((snapshot.comparison.q.probabilities == 0.0).any())
    return snapshot.view.landscape.quantity is LandscapeQuantity.KL_TO_Q and lacking


class Surface:
    """A grid over a triangle, and its last image."""

    def __init__(self) -> None:
        self._grid_key: object = None
        self._grid: SimplexGrid | None = None
        self._inside: NDArray[np.bool_] = np.zeros((1, 1), dtype=np.bool_)
        self._key: tuple[object, float] | None = None
        self.parts: SingleArray = np.zeros((1, 1), dtype=np.float32)
        self.ratio = 1.0
        self.image = QImage()

    def show(self, snapshot: Snapshot, triangle: Triangle, theme: Theme, ratio: float) -> None:
        """Update ``image`` and ``parts`` to a state; during a drag that changes the image, ``ratio`` is 1."""
        view = snapshot.view
        key = (
            view.landscape.quantity,
            view.unit,
            known_side(snapshot.comparison, view.landscape.quantity),
            triangle,
            theme.name,
            theme.card,
        )
        if (key, ratio) == self._key or (snapshot.in_gesture and self._key is not None and key == self._key[0]):
            return
        if snapshot.in_gesture:
            ratio = 1.0
        self._key = (key, ratio)
        self.ratio = ratio
        grid = self._grid_of(triangle, ratio)
        scale = colour_scale(snapshot)
        values = self._values(grid, snapshot) * np.float32(view.unit.from_nats(1.0))
        self.parts = scale.parts(values).reshape(self._inside.shape)
        self.image = heat_image(self.parts, self._inside, scale, theme, ratio)

    def _grid_of(self, triangle: Triangle, ratio: float) -> SimplexGrid:
        if (triangle, ratio) != self._grid_key or self._grid is None:
            self._grid_key = (triangle, ratio)
            points = triangle.grid(ratio)
            margin = 0.6 / (triangle.height * ratio)  # the outline covers the pixels that it cuts
            self._inside = np.asarray((points >= -margin).all(axis=0))
            self._grid = SimplexGrid(np.clip(points, 0.0, 1.0).reshape(3, -1))
        return self._grid

    @staticmethod
    def _values(grid: SimplexGrid, snapshot: Snapshot) -> SingleArray:
        p, q = snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities
        match snapshot.view.landscape.quantity:
            case LandscapeQuantity.KL_FROM_P:
                return grid.divergences_from(p)
            case LandscapeQuantity.KL_TO_Q:
                return grid.divergences_to(q)
            case LandscapeQuantity.JENSEN_SHANNON:
                return grid.jensen_shannon_divergences(p)
            case LandscapeQuantity.CROSS_ENTROPY:
                return grid.cross_entropies(p)
            case _:
                return grid.entropies
