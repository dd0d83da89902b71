"""States whose data are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.theory.distribution import Distribution
from klscope.theory.units import Unit

WEATHER = ("sunny", "cloudy", "rain", "snow")


def state(
    p: Sequence[float] = (4, 2, 1, 1),
    q: Sequence[float] = (1, 4, 2, 1),
    labels: Sequence[str] | None = WEATHER,
    unit: Unit = Unit.BIT,
) -> Snapshot:
    """Return the state of weights."""
    return of(Comparison.from_weights(labels, list(p), list(q)), unit)


def of(comparison: Comparison, unit: Unit = Unit.BIT) -> Snapshot:
    """Return the state of a comparison."""
    return Snapshot.of(comparison, replace(ViewState(), unit=unit), History(comparison))


def of_logarithms(p: Sequence[float], q: Sequence[float]) -> Snapshot:
    """Return the state of log-probabilities in nats, over A, B, C …"""
    first, second = (Distribution.from_log_probabilities(values) for values in (p, q))
    return of(Comparison([chr(65 + k) for k in range(len(p))], first, second))
