"""A readout as a line of Python that computes it: it runs as it is, and gives the number on screen."""

from __future__ import annotations

from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit

FUNCTIONS = {Unit.BIT: "log2", Unit.NAT: "log", Unit.HARTLEY: "log10"}


def python_line(snapshot: Snapshot, name: str) -> str:
    """Return the line for "entropy", "cross_entropy" or "kl_divergence"."""
    log = FUNCTIONS[snapshot.view.unit]
    p = snapshot.comparison.p.probabilities.tolist()
    q = snapshot.comparison.q.probabilities.tolist()
    unit = snapshot.view.unit.label
    if name == "entropy":
        return f"from math import {log}; print(sum(-p * {log}(p) for p in {p} if p))  # {unit}"
    term = f"-p * {log}(q)" if name == "cross_entropy" else f"p * ({log}(p) - {log}(q))"
    return f"from math import inf, {log}; print(sum({term} if q else inf for p, q in zip({p}, {q}) if p))  # {unit}"
