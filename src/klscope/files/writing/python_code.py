"""Data as Python code that measures and shows them."""

from __future__ import annotations

from klscope.files.writing.data_table import DataTable
from klscope.theory.distribution import FloatArray


def as_python(table: DataTable) -> str:
    """Return a program: labels, P and Q, their measures, and the window; log-probabilities where they were given."""
    logarithms = table.logarithms()
    sides, options = {}, []
    for column in table.columns[:2]:
        name = column.key
        known = logarithms.get(f"log_{name}")
        sides[name] = _listed(column.values if known is None else known)
        if known is not None:
            options.append(f'{name}_numbers="log-probabilities"')
    given = ", ".join(["p", "q", "labels=labels", *options])
    unit = table.snapshot.view.unit
    lines = [
        *(["from math import inf", ""] if any("inf" in text for text in sides.values()) else []),
        "import klscope",
        "",
        f"labels = {table.labels!r}",
        *(f"{name} = {text}" for name, text in sides.items()),
        "",
        f'measures = klscope.measure({given}, unit="{unit.singular}")',
        f"print(measures.entropy_p, measures.cross_entropy, measures.kl_divergence)  # {unit.label}",
        f"klscope.show({given})",
    ]
    return "\n".join(lines) + "\n"


def _listed(values: FloatArray) -> str:
    return repr(values.tolist())
