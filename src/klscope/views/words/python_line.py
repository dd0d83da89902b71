"""A line of Python that computes a readout."""

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
    if name == "cross_entropy":
        term = f"-p * {log}(q) if q else inf"
        return f"from math import inf, {log}; print(sum({term} for p, q in zip({p}, {q}) if p))  # {unit}"
    # Each term plus q - p, whose sum is 0: no term is negative, so that nothing cancels if P is close to Q.
    ratio = "log1p((p - q) / q) if q < 2 * p < 4 * q else log(p) - log(q)"
    term = f"p * ({ratio}) + q - p if p and q else inf if p else q"
    factor = "" if log == "log" else f" * {log}(e)"
    names = "e, inf, log, log1p" + ("" if log == "log" else f", {log}")
    return f"from math import {names}; print(sum({term} for p, q in zip({p}, {q})){factor})  # {unit}"
