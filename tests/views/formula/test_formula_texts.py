"""Formulas as text. Oracle: mpmath with 50 digits, from the probabilities as exact numbers.

What is copied as Python is run by an interpreter of its own; LaTeX is set by matplotlib where that is installed.
"""

import importlib
import math
import re
import subprocess
import sys
from decimal import Decimal

import mpmath
import pytest
from states import pair, state_of

from klscope.theory.units import Unit
from klscope.views.formula.formula_sums import NAMES, sum_of
from klscope.views.formula.formula_texts import latex, of_left_out, of_the_rest, plain_text, python
from small_cases import each

PAIRS = {
    "weather": ([4, 2, 1, 1], [1, 4, 2, 1]),
    "thirds": ([1, 2, 3], [3, 2, 1]),
    "zero in P": ([1, 0, 1], [1, 1, 1]),
    "infinite": ([1, 1], [1, 0]),
    "certain": ([1, 0], [1, 0]),
    "certain but not believed": ([1, 0], [0, 1]),
    "tails": ([1e-300, 1.0], [1.0, 1e-300]),
    "smallest": ([1.0, 1.0], [5e-324, 1.0]),
    "many": ([1] * 100, range(1, 101)),
    "many infinite": (range(1, 31), [0] * 20 + [1] * 10),
    "near": ([0.5, 0.3, 0.2], [0.5 - 1e-3, 0.3 + 1e-3, 0.2]),
    "nearer": ([0.5, 0.3, 0.2], [0.5 - 1e-6, 0.3 + 1e-6, 0.2]),
    "nearest": ([0.5, 0.3, 0.2], [0.5 - 1e-12, 0.3 + 1e-12, 0.2]),
    "equal": ([1, 2, 4], [1, 2, 4]),
}
BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}
CASES = [(key, unit, name) for key in PAIRS for unit in Unit for name in NAMES]
NUMBER = r"∞|[\d.]+(?:e−?\d+)?"


def snapshot_of(key, unit=Unit.BIT):
    return pair(*PAIRS[key], unit=unit)


def expected(snapshot, name):
    """Return the value, of P and Q in proportion."""
    base = BASES[snapshot.view.unit]
    with mpmath.workdps(60):
        sides = (snapshot.comparison.p.probabilities.tolist(), snapshot.comparison.q.probabilities.tolist())
        p, q = ([mpmath.mpf(one) / mpmath.fsum(side) for one in side] for side in sides)
        if name != "entropy" and any(one and not other for one, other in zip(p, q, strict=True)):
            return math.inf
        pairs = [(one, other) for one, other in zip(p, q, strict=True) if one]
        terms = {
            "entropy": lambda one, _: -one * mpmath.log(one, base),
            "cross_entropy": lambda one, other: -one * mpmath.log(other, base),
            "kl_divergence": lambda one, other: one * mpmath.log(one / other, base),
        }[name]
        return float(mpmath.fsum(terms(one, other) for one, other in pairs))


def number(text):
    return Decimal(text.replace("−", "-").replace("∞", "inf").replace(" ", ""))


def parts_of(line):
    """Return the numbers that a line of a plain text adds up."""
    return [number(part) for part in re.findall(rf"(?:[−+] )?−?(?:{NUMBER})", line[1:])]


@pytest.fixture(scope="module")
def printed():
    programs = [python(snapshot_of(key, unit), name) for key, unit, name in CASES]
    ran = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-"],
        input="\n".join(programs),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    return dict(zip(CASES, ran.stdout.split(), strict=True))


@each(("key", "unit", "name"), CASES)
def test_the_python_prints_the_number(printed, key, unit, name):
    snapshot = snapshot_of(key, unit)
    text = printed[key, unit, name]
    assert float(text) == pytest.approx(expected(snapshot, name), rel=1e-7, abs=1e-30)
    assert float(text) == pytest.approx(getattr(snapshot, name), rel=1e-7, abs=1e-30)
    assert not text.startswith("-")


def test_the_python_needs_numpy_and_scipy_only_and_says_its_unit():
    for name in NAMES:
        program = python(state_of(unit=Unit.HARTLEY), name)
        assert set(re.findall(r"(?:import|from) (\w+)", program)) - {"entr", "xlogy"} == {"numpy", "scipy"}
        assert program.endswith("# hartleys\n")


@each(("key", "unit", "name"), CASES)
def test_the_values_of_the_plain_text_sum_to_its_total(key, unit, name):
    snapshot = snapshot_of(key, unit)
    lines = [line for line in plain_text(snapshot, name).splitlines() if line[0] in "=≈"]
    assert len(lines) == 3
    values, total = parts_of(lines[1]), number(lines[2][2:].removesuffix(unit.label))
    assert float(total) == pytest.approx(expected(snapshot, name), rel=6e-3, abs=6e-5 if total > 1e-3 else 0)
    if total.is_infinite():
        assert lines[2][0] == "="
        assert total in values
        return
    gap = abs(sum(values) - total)
    assert (lines[2][0] == "=") == (gap == 0)
    assert gap <= 5.1e-5 * (len(values) + 1)
    if 0 < total < 1e-3 and key in ("near", "nearer"):
        assert gap < 2e-3 * float(total)  # more digits where the terms nearly cancel


@each(("key", "unit", "name"), CASES)
def test_every_written_term_has_its_value(key, unit, name):
    snapshot = snapshot_of(key, unit)
    written = sum_of(snapshot, name)
    p, q = snapshot.comparison.p.probabilities, snapshot.comparison.q.probabilities
    with mpmath.workdps(40):
        for term in written.terms:
            one, other = mpmath.mpf(float(p[term.index])), mpmath.mpf(float(q[term.index]))
            believed = {"entropy": one, "cross_entropy": other, "kl_divergence": other / one}[name]
            exact = float(-one * mpmath.log(believed, BASES[unit])) if believed else math.inf
            assert float(number(term.value)) == pytest.approx(exact, rel=6e-4, abs=6e-5)
            assert float(number(term.p)) == pytest.approx(float(one), rel=6e-4, abs=6e-5)
            assert float(number(term.q)) == pytest.approx(
                float(other if name != "entropy" else one), rel=6e-4, abs=6e-5
            )


def test_weather_as_plain_text():
    assert plain_text(state_of(), "kl_divergence") == (
        "KL(P‖Q) = Σ P(i)·log₂(P(i)/Q(i))\n"
        "= 0.5·log₂(0.5/0.125) + 0.25·log₂(0.25/0.5) + 0.125·log₂(0.125/0.25) + 0.125·log₂(0.125/0.125)\n"
        "= 1 − 0.25 − 0.125 + 0\n"
        "= 0.625 bits"
    )
    assert plain_text(state_of(), "cross_entropy").splitlines()[1:3] == [
        "= −0.5·log₂ 0.125 − 0.25·log₂ 0.5 − 0.125·log₂ 0.25 − 0.125·log₂ 0.125",
        "= 1.5 + 0.25 + 0.25 + 0.375",
    ]


def test_of_many_the_largest_are_written_and_the_rest_is_counted():
    snapshot = snapshot_of("many")
    written = sum_of(snapshot, "kl_divergence")
    sizes = [abs(number(term.value)) for term in written.terms]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == 8
    assert float(min(sizes)) >= sorted(abs(snapshot.kl_terms))[-8] - 5e-5
    rest = snapshot.kl_divergence - sum(float(snapshot.kl_terms[term.index]) for term in written.terms)
    assert of_the_rest(written) == f"… + 92 more = {written.rest}"
    assert float(number(written.rest)) == pytest.approx(rest, abs=5e-5)


def test_a_large_saving_is_among_the_largest():
    written = sum_of(pair([1] * 10, [5] * 9 + [55]), "kl_divergence")
    assert written.terms[0].index == 9  # 0.1·log₂(0.1/0.55) = −0.2459, the others 0.1·log₂(0.1/0.05) = 0.1
    assert [(term.index, term.value) for term in written.terms[1:]] == [(index, "0.1") for index in range(7)]


def test_few_keep_the_order_of_the_charts_and_have_no_rest():
    written = sum_of(pair([1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]), "kl_divergence")
    assert [term.index for term in written.terms] == list(range(8))
    assert of_the_rest(written) == ""


def test_infinite_terms_that_are_not_written_out_make_the_rest_infinite():
    written = sum_of(snapshot_of("many infinite"), "kl_divergence")
    assert {term.value for term in written.terms} == {"∞"}
    assert (written.more, written.rest, written.total) == (22, "∞", "∞")


def test_what_never_happens_is_left_out_with_a_word():
    written = sum_of(snapshot_of("zero in P"), "cross_entropy")
    assert [term.index for term in written.terms] == [0, 2]
    assert of_left_out(written) == "left out where P(i) = 0, for 0·log 0 = 0: 1"
    assert plain_text(snapshot_of("zero in P"), "entropy").endswith(f"\n({of_left_out(written)})")
    assert of_left_out(sum_of(state_of(), "entropy")) == ""


def test_an_equals_sign_is_not_claimed_for_rounded_numbers():
    exact, rounded = sum_of(state_of(), "entropy"), sum_of(snapshot_of("thirds"), "entropy")
    assert (exact.has_exact_factors, exact.is_exact, exact.adds_up) == (True, True, True)
    assert (rounded.has_exact_factors, rounded.is_exact) == (False, False)
    sevenths = sum_of(pair([1] * 7, [1] * 7), "entropy")  # 7 × 0.4011 = 2.8077, but 7 × 0.40105 = 2.80735 = log₂ 7
    assert (sevenths.terms[0].value, sevenths.total, sevenths.adds_up) == ("0.40105", "2.80735", True)
    assert not sum_of(pair([1, 1e-12], [1, 1]), "kl_divergence").adds_up  # 1 bit less 4e-11 bits is not 1 bit


def test_two_probabilities_that_differ_are_not_written_alike():
    for term in sum_of(snapshot_of("nearest"), "kl_divergence").terms[:2]:
        assert term.p != term.q
    assert "0.3/0.300000000001" in plain_text(snapshot_of("nearest"), "kl_divergence")


@each(("key", "unit", "name"), [case for place, case in enumerate(CASES) if (place + place // 9) % 2 == 0])
def test_the_latex_can_be_set(key, unit, name):
    text = latex(snapshot_of(key, unit), name)
    assert not re.search("[^ -~]", text)
    mathtext = importlib.import_module("matplotlib.mathtext")  # which takes long: not in every process of the tests
    box = mathtext.MathTextParser("path").parse(f"${text}$")
    assert box.width > 100


def test_weather_as_latex():
    text = latex(state_of(), "kl_divergence")
    assert text.startswith(r"\mathrm{KL}(P \Vert Q) = \sum_{i} P(i) \, \log_{2} \frac{P(i)}{Q(i)} = 0.5 \, \log_{2}")
    assert text.endswith(r"= 1 - 0.25 - 0.125 + 0 = 0.625 \; \mathrm{bits}")
    assert r"= - 0.5 \, \log_{2} (0.125) - 0.25" in latex(state_of(), "cross_entropy")
    assert r"\infty" in latex(snapshot_of("infinite"), "cross_entropy")
    assert r"\times 10^{-300}" in latex(snapshot_of("tails"), "entropy")
