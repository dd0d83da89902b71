"""Data as a LaTeX table."""

from __future__ import annotations

import math
import re

from klscope.files.writing.data_table import DataTable
from klscope.numerals import shortest

_ESCAPES = {
    "\\": r"\textbackslash{}",
    **{letter: f"\\{letter}" for letter in "{}$&#_%"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "−": "$-$",
    "∞": r"$\infty$",
    "₁₀": "$_{10}$",
    "₂": "$_2$",
}
_LIGATURES = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")
"""Between two of these signs, which the fonts of LaTeX would join to a dash, a quotation mark or ¿."""
_SPECIAL = re.compile("|".join(map(re.escape, _ESCAPES)))
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f]+")
_BEGINS_OPTION = ("[", "*")
"""Behind the end of a row these would belong to the command that ends it."""


def as_latex(table: DataTable) -> str:
    """Return a tabular with the rules of booktabs; numbers are in mathematics, 1e-5 as 1 · 10⁻⁵."""
    columns = [[escaped(label) for label in table.labels]]
    columns += [[_number(value) for value in one.values.tolist()] for one in table.columns]
    if table.words is not None:
        columns.append([rf"\texttt{{{word}}}" for word in table.words[1]])
    kinds = "l" + "r" * len(table.columns) + "l" * (table.words is not None)
    rows = [" & ".join(cells) + r" \\" for cells in zip(*columns, strict=True)]
    heads = " & ".join(map(_heading, table.headings)) + r" \\"
    lines = [
        r"% needs \usepackage{booktabs}",
        rf"\begin{{tabular}}{{{kinds}}}",
        r"\toprule",
        heads,
        r"\midrule",
        *rows,
        r"\bottomrule",
        r"\end{tabular}",
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return a text with what LaTeX takes for commands escaped; line breaks and other controls become blanks."""
    line = _BLANKS.sub(" ", text).strip()
    safe = _LIGATURES.sub("{}", _SPECIAL.sub(lambda found: _ESCAPES[found[0]], line))
    return "{}" + safe if safe.startswith(_BEGINS_OPTION) else safe


def _heading(text: str) -> str:
    return f"${text}$" if len(text) == 1 else escaped(text)


def _number(value: float) -> str:
    if math.isnan(value):
        return "--"
    if math.isinf(value):
        return r"$\infty$" if value > 0 else r"$-\infty$"
    digits, _, exponent = shortest(value).partition("e")
    return f"${digits} \\cdot 10^{{{exponent}}}$" if exponent else f"${digits}$"
