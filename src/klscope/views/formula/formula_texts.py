"""A formula with the numbers of a state as plain text, LaTeX and Python."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from klscope.model.snapshot import Snapshot
from klscope.theory.units import Unit
from klscope.views.formula.formula_sums import Sum, Term, sum_of
from klscope.views.words import numbers, unit_names
from klscope.views.words.sums import equality, joined

translate = QCoreApplication.translate
TITLES = {"entropy": "H(P)", "cross_entropy": "H(P,Q)", "kl_divergence": "KL(P‖Q)"}
LATEX_LOGARITHMS = {Unit.BIT: r"\log_{2}", Unit.NAT: r"\ln", Unit.HARTLEY: r"\log_{10}"}


def product(term: Term, name: str, unit: Unit) -> str:
    """Return a term with its numbers, without its operator."""
    log = numbers.logarithm(unit)
    if name == "kl_divergence":
        return f"{term.p}·{log}({term.p}/{term.q})"
    return f"{term.p}·{log} {term.q}"


def products(written: Sum) -> list[str]:
    """Return the terms with their numbers, each with its operator."""
    texts = [product(term, written.name, written.unit) for term in written.terms]
    if written.name == "kl_divergence":
        return joined(texts)
    return joined([numbers.MINUS + text for text in texts])


def of_the_rest(written: Sum) -> str:
    """Return the text for the terms not shown; empty if all are shown."""
    if not written.more:
        return ""
    return translate("Formula", "… + {count} more = {value}").format(count=written.more, value=written.rest)


def of_left_out(written: Sum) -> str:
    """Return the note on omitted terms of categories with P = 0; empty if there are none."""
    if not written.left_out:
        return ""
    return translate("Formula", "left out where P(i) = 0, for 0·log 0 = 0: {count}").format(count=written.left_out)


def plain_text(snapshot: Snapshot, name: str) -> str:
    """Return a formula, its terms, their values and the sum, one per line."""
    written = sum_of(snapshot, name)
    log, rest, left_out = numbers.logarithm(written.unit), of_the_rest(written), of_left_out(written)
    formula = {
        "entropy": f"−Σ P(i)·{log} P(i)",
        "cross_entropy": f"−Σ P(i)·{log} Q(i)",
        "kl_divergence": f"Σ P(i)·{log}(P(i)/Q(i))",
    }[name]
    lines = [f"{TITLES[name]} = {formula}", f"{equality(written.has_exact_factors)} " + " ".join(products(written))]
    if rest:
        lines.append(rest)
    lines.append(f"{equality(written.is_exact)} " + " ".join(joined(written.values)))
    lines.append(f"{equality(written.adds_up)} {written.total} {unit_names.plural(written.unit)}")
    return "\n".join([*lines, *([f"({left_out})"] if left_out else [])])


def latex_number(text: str) -> str:
    """Return a formatted number as LaTeX."""
    text = text.replace(numbers.MINUS, "-").replace(numbers.INFINITY, r"\infty")
    mantissa, *exponent = text.split("e")
    return rf"{mantissa} \times 10^{{{exponent[0]}}}" if exponent else mantissa


def latex(snapshot: Snapshot, name: str) -> str:
    """Return a formula with its terms, their values and the sum as a LaTeX display formula, in one line."""
    written = sum_of(snapshot, name)
    log = LATEX_LOGARITHMS[written.unit]
    title, formula = {
        "entropy": ("H(P)", rf"-\sum_{{i}} P(i) \, {log} P(i)"),
        "cross_entropy": ("H(P, Q)", rf"-\sum_{{i}} P(i) \, {log} Q(i)"),
        "kl_divergence": (r"\mathrm{KL}(P \Vert Q)", rf"\sum_{{i}} P(i) \, {log} \frac{{P(i)}}{{Q(i)}}"),
    }[name]
    terms: list[str] = []
    for term in written.terms:
        p, q = latex_number(term.p), latex_number(term.q)
        divergence = name == "kl_divergence"
        body = rf"{p} \, {log} \frac{{{p}}}{{{q}}}" if divergence else rf"{p} \, {log} ({q})"
        terms.append(("+ " if terms else "") + body if divergence else "- " + body)
    if written.more:
        terms.append(r"+ \cdots")
    values = " ".join(latex_number(part) for part in joined(written.values))
    signs = {True: "=", False: r"\approx"}
    return (
        rf"{title} = {formula} {signs[written.has_exact_factors]} {' '.join(terms)} {signs[written.is_exact]} {values} "
        rf"{signs[written.adds_up]} {latex_number(written.total)} \; \mathrm{{{written.unit.label}}}"
    )


def python(snapshot: Snapshot, name: str) -> str:
    """Return lines of Python that compute and print the value, with numpy and scipy."""
    unit = snapshot.view.unit
    divisor = {Unit.BIT: " / np.log(2)", Unit.NAT: "", Unit.HARTLEY: " / np.log(10)"}[unit]
    p = f"p = np.array({snapshot.comparison.p.probabilities.tolist()})"
    q = f"q = np.array({snapshot.comparison.q.probabilities.tolist()})"
    function = "entr" if name == "entropy" else "xlogy"
    head = ["import numpy as np", f"from scipy.special import {function}", ""]
    if name == "entropy":
        body = [p, "terms = entr(p)  # -p log p"]
    elif name == "cross_entropy":
        body = [p, q, "terms = -xlogy(p, q)  # -p log q"]
    else:
        body = [
            *(p, q),
            "terms = xlogy(p, p) - xlogy(p, q) - p + q  # p log(p/q), and q - p, which add up to 0",
            "close = abs(q - p) < 1e-4 * p  # where the logarithms are too close to be subtracted",
            "x = (q[close] - p[close]) / p[close]",
            "terms[close] = p[close] * x**2 * (1 / 2 - x / 3 + x**2 / 4)",
        ]
    return "\n".join([*head, *body, f"print(terms.sum(){divisor})  # {unit.label}", ""])
