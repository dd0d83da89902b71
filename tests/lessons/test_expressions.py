"""The values of expressions. The oracle is mpmath at 30 digits, from the definitions, beside a few closed forms."""

import math

import mpmath
import pytest
from drawn_expressions import expressions
from hypothesis import assume, given
from hypothesis import strategies as st
from lesson_texts import WEATHER, state

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate, labels_in, printed
from klscope.model.comparison import Side
from klscope.theory.units import Unit

UNITS = {Unit.BIT: 2, Unit.NAT: mpmath.e, Unit.HARTLEY: 10}


def value(text: str, pair=WEATHER, unit: Unit = Unit.BIT) -> float:
    return evaluate(read_expression(text), pair, unit)


def oracle(base) -> dict[str, mpmath.mpf]:
    p = [mpmath.mpf(weight) / 8 for weight in (4, 2, 1, 1)]
    q = [mpmath.mpf(weight) / 8 for weight in (1, 4, 2, 1)]
    middle = [(a + b) / 2 for a, b in zip(p, q, strict=True)]

    def log(x):
        return mpmath.log(x) / mpmath.log(base)

    def crossed(a, b):
        return -mpmath.fsum(x * log(y) for x, y in zip(a, b, strict=True))

    return {
        "H(P)": crossed(p, p),
        "H(Q)": crossed(q, q),
        "H(P,Q)": crossed(p, q),
        "H(Q,P)": crossed(q, p),
        "KL": crossed(p, q) - crossed(p, p),
        "KL(P,Q)": crossed(p, q) - crossed(p, p),
        "KL(Q,P)": crossed(q, p) - crossed(q, q),
        "JS": crossed(middle, middle) - (crossed(p, p) + crossed(q, q)) / 2,
        "TV": mpmath.fsum(abs(a - b) for a, b in zip(p, q, strict=True)) / 2,
        "Hellinger": mpmath.sqrt(
            mpmath.fsum((mpmath.sqrt(a) - mpmath.sqrt(b)) ** 2 for a, b in zip(p, q, strict=True)) / 2
        ),
        "log n": log(4),
        "n": mpmath.mpf(4),
        "max P": mpmath.mpf(1) / 2,
        "max Q": mpmath.mpf(1) / 2,
        "perplexity(P)": mpmath.power(base, crossed(p, p)),
        "perplexity(Q)": mpmath.power(base, crossed(q, q)),
        "perplexity(P,Q)": mpmath.power(base, crossed(p, q)),
        "P(rain)": p[2],
        "Q(rain)": q[2],
        "term(sunny)": p[0] * log(p[0] / q[0]),
        "term(cloudy)": p[1] * log(p[1] / q[1]),
        "log(P(rain))": log(p[2]),
        "-log(Q(rain))": -log(q[2]),
        "H(P,Q) - H(P)": crossed(p, q) - crossed(p, p),
        "-P(rain) * log(P(rain)) / 2 + 1": -p[2] * log(p[2]) / 2 + 1,
        "H(P) / log n": crossed(p, p) / log(4),
    }


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("text", oracle(2))
def test_values_are_those_of_the_definitions(text: str, unit: Unit) -> None:
    with mpmath.workdps(30):
        expected = oracle(UNITS[unit])[text]
        assert value(text, unit=unit) == pytest.approx(float(expected), rel=1e-14, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 - 2 - 3", -4.0),
        ("8 / 2 / 2", 2.0),
        ("2 + 3 * 4", 14.0),
        ("(2 + 3) * 4", 20.0),
        ("-2 * 3", -6.0),
        ("--2", 2.0),
        ("1 - -2", 3.0),
        ("1 − 2", -1.0),
        ("2 · 3 × 4", 24.0),
        (".5 + 1e-1", 0.6),
        ("log(8)", 3.0),
        ("log n", 2.0),
        ("∞", math.inf),
        ("-inf", -math.inf),
        ("KL(P‖Q)", 0.625),
        ("P ( rain )", 0.125),
    ],
)
def test_arithmetic_is_what_it_is_in_school(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected, rel=1e-15)


def test_the_ends_of_the_numbers() -> None:
    certain = state([1, 0], [0, 1], ["yes", "no"])
    assert value("KL", certain) == math.inf
    assert value("log(P(no))", certain) == -math.inf
    assert value("P(no) * log(P(no))", certain) == 0.0
    assert value("term(no)", certain) == 0.0
    assert value("1 / P(no)", certain) == math.inf
    assert value("-1 / P(no)", certain) == -math.inf
    for text in ("KL - H(P,Q)", "P(no) / P(no)", "log(-1)"):
        assert math.isnan(value(text, certain))


def test_a_term_is_zero_where_p_is_q() -> None:
    p = [0.23809523809523808, 0.3333333333333333, 0.38095238095238093, 0.047619047619047616]
    q = [0.23809523809523808, 0.16666666666666666, 0.5476190476190476, 0.047619047619047616]
    pair = state(p, q)
    assert pair.measures.kl_terms[0] != 0.0  # a rounding of the sums
    assert value("term(A)", pair) == 0.0


def test_a_label_that_none_has_has_no_value() -> None:
    for text in ("P(hail)", "Q(hail) + 1", "term(hail)", "log(P(hail))"):
        assert math.isnan(value(text))


@given(expressions())
def test_what_is_printed_is_read_again(expression) -> None:
    text = printed(expression)
    assume(len(text) <= 300)
    assert read_expression(text) == expression


@given(expressions(st.sampled_from(WEATHER.comparison.labels)), st.sampled_from(Unit))
def test_every_expression_has_a_value_or_none_and_never_fails(expression, unit) -> None:
    assert isinstance(evaluate(expression, WEATHER, unit), float)


def test_labels_are_found() -> None:
    expression = read_expression('P(rain) * log(Q("a, b") - -term(rain)) + H(P)')
    assert labels_in(expression) == ("rain", "a, b")


def test_a_snapshot_is_measured_as_well(snapshot) -> None:
    assert value("KL", snapshot) == value("KL")
    assert value("P(rain)", snapshot) == snapshot.comparison.distribution(Side.P).probabilities[2]
