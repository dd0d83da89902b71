"""The line of Python a readout is copied as. Oracle: mpmath with 50 digits, from the probabilities as exact numbers.

The lines are run by an interpreter of their own, as a person would, all in one.
"""

import math
import subprocess
import sys

import mpmath
import pytest
from states import pair

from klscope.theory.units import Unit
from klscope.views.words.python_line import python_line

PAIRS = [
    ([4, 2, 1, 1], [1, 4, 2, 1]),
    ([1, 2, 3], [3, 2, 1]),
    ([1, 0, 1], [1, 1, 1]),
    ([1, 1], [1, 0]),
    ([1, 0], [1, 0]),
    ([1e-300, 1.0], [1.0, 1e-300]),
    ([1] * 300, range(1, 301)),
]
BASES = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}
NAMES = ("entropy", "cross_entropy", "kl_divergence")
CASES = [(p, q, unit, name) for p, q in PAIRS for unit in Unit for name in NAMES]


def expected(snapshot, base, name):
    with mpmath.workdps(50):
        pairs = [
            (mpmath.mpf(p), mpmath.mpf(q))
            for p, q in zip(
                snapshot.comparison.p.probabilities.tolist(), snapshot.comparison.q.probabilities.tolist(), strict=True
            )
        ]
        own = -sum(p * mpmath.log(p, base) for p, _ in pairs if p)
        if any(p and not q for p, q in pairs):
            cross = mpmath.inf
        else:
            cross = -sum(p * mpmath.log(q, base) for p, q in pairs if p)
        return float({"entropy": own, "cross_entropy": cross, "kl_divergence": cross - own}[name])


@pytest.fixture(scope="module")
def printed():
    lines = [python_line(pair(p, q, unit=unit), name) for p, q, unit, name in CASES]
    assert all("\n" not in line for line in lines)
    ran = subprocess.run(
        [sys.executable, "-I", "-"], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    return [float(line) for line in ran.stdout.splitlines()]


def test_every_line_prints_its_number(printed):
    assert len(printed) == len(CASES)
    for number, (p, q, unit, name) in zip(printed, CASES, strict=True):
        exact = expected(pair(p, q, unit=unit), BASES[unit], name)
        if math.isinf(exact):
            assert number == math.inf
        else:
            assert number == pytest.approx(exact, rel=1e-12, abs=1e-15), (list(p)[:4], unit, name)


def test_every_line_prints_what_the_readout_shows(printed):
    for number, (p, q, unit, name) in zip(printed, CASES, strict=True):
        assert number == pytest.approx(getattr(pair(p, q, unit=unit), name), rel=1e-12, abs=1e-15)


def test_the_line_says_its_unit():
    for unit in Unit:
        assert python_line(pair([1, 1], [1, 3], unit=unit), "entropy").endswith(f"# {unit.label}")


@pytest.mark.parametrize("difference", [1e-3, 1e-6, 5e-10, 1e-12])
def test_where_p_is_close_to_q_the_line_keeps_the_digits_of_the_readout(difference):
    snapshot = pair([0.5, 0.3, 0.2], [0.5 - difference, 0.3 + difference, 0.2], unit=Unit.BIT)
    line = python_line(snapshot, "kl_divergence")
    ran = subprocess.run([sys.executable, "-I", "-c", line], capture_output=True, text=True, check=True)
    with mpmath.workdps(60):
        sides = (snapshot.comparison.p.probabilities.tolist(), snapshot.comparison.q.probabilities.tolist())
        p, q = ([mpmath.mpf(one) / mpmath.fsum(side) for one in side] for side in sides)
        truth = mpmath.fsum(one * mpmath.log(one / other, 2) for one, other in zip(p, q, strict=True))
    assert float(ran.stdout) == pytest.approx(float(truth), rel=1e-3)
