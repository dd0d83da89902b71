"""Descents of one hump that owe nothing to the program: a flow, and the place where it comes to rest.

The flow of steepest descent is followed by SciPy's stiff integrator, on losses and slopes written here. A place of rest
is where both slopes are zero, found by mpmath at fifty digits; the second derivatives there say whether it is a
minimum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from mpmath import diff, eigsy, exp, findroot, log, matrix, mpf, workdps
from scipy.integrate import solve_ivp

from klscope.theory.training import Objective


def divergence(a: np.ndarray, b: np.ndarray) -> float:
    """Return KL(a‖b) in nats, by its definition."""
    return float((a * np.log(a / b)).sum())


def moments(q: np.ndarray) -> tuple[float, float]:
    """Return the mean and the standard deviation of the places 0, 1, 2 …"""
    places = np.arange(q.size)
    mean = float(q @ places)
    return mean, float(np.sqrt(q @ (places - mean) ** 2))


def hump(n: int, mean: float, log_deviation: float) -> np.ndarray:
    """Return the hump exp(−(i − mean)² / 2 deviation²) on n places, summing to 1."""
    heights = np.exp(-((np.arange(n) - mean) ** 2) / 2 / np.exp(2 * log_deviation))
    return heights / heights.sum()


@dataclass(frozen=True)
class Descent:
    """One hump, fitted to P by KL(P‖Q) or by KL(Q‖P)."""

    p: tuple[mpf, ...]
    objective: Objective

    def loss(self, q: np.ndarray) -> float:
        """Return the divergence, in nats."""
        p = np.array(self.p, dtype=float)
        return divergence(p, q) if self.objective is Objective.FORWARD else divergence(q, p)

    def end(self, mean: float, deviation: float) -> tuple[float, float]:
        """Return mean and deviation where the flow that starts here ends; slopes are central differences."""

        def loss(at: np.ndarray) -> float:
            return self.loss(hump(len(self.p), *at))

        def slopes(at: np.ndarray) -> np.ndarray:
            return np.array([(loss(at + way) - loss(at - way)) / 2e-6 for way in np.eye(2) * 1e-6])

        found = solve_ivp(lambda _, at: -slopes(at), (0.0, 1e4), [mean, np.log(deviation)], method="LSODA", rtol=1e-7)
        assert np.abs(slopes(found.y[:, -1])).max() < 1e-6
        return float(found.y[0, -1]), float(np.exp(found.y[1, -1]))

    def _exact_loss(self, mean: mpf, log_deviation: mpf) -> mpf:
        heights = [exp(-((place - mean) ** 2) / 2 / exp(2 * log_deviation)) for place in range(len(self.p))]
        q = [height / sum(heights) for height in heights]
        first, second = (self.p, q) if self.objective is Objective.FORWARD else (q, self.p)
        return sum(a * log(a / b) for a, b in zip(first, second, strict=True))

    def minimum(self, mean: float, deviation: float) -> tuple[float, float, float]:
        """Return mean, deviation and loss of the minimum near a mean and a deviation; fail where there is none."""

        def derivative(at: tuple[mpf, mpf], *orders: int) -> mpf:
            return diff(self._exact_loss, at, orders)

        with workdps(50):
            at = tuple(
                findroot(
                    lambda m, s: [derivative((m, s), 1, 0), derivative((m, s), 0, 1)],
                    (mpf(mean), log(mpf(deviation))),
                )
            )
            curvature = [[derivative(at, 2, 0), derivative(at, 1, 1)], [derivative(at, 1, 1), derivative(at, 0, 2)]]
            assert min(eigsy(matrix(curvature), eigvals_only=True)) > mpf("0.01"), "this is no minimum"
            assert curvature[0][0] > mpf("0.01"), "it would slide to one side"
            return float(at[0]), float(exp(at[1])), float(self._exact_loss(*at))
