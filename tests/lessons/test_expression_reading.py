"""Reading expressions: what labels may be, and what is said of what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import Number, Operation, Probability
from klscope.lessons.mistakes import ExpressionError
from klscope.model.comparison import Side


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("P(six)", "six"),
        ("P( partly cloudy )", "partly cloudy"),
        ("P(2nd)", "2nd"),
        ("P(H)", "H"),
        ("P(and)", "and"),
        ("P(맑음)", "맑음"),
        ("P(log n)", "log n"),
        ('P("a, b")', "a, b"),
        ('P("f(x)")', "f(x)"),
        ('P("say ""so""")', 'say "so"'),
        ('P(" spaced ")', " spaced "),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert read_expression(text) == Probability(Side.P, label)


def test_operators_bind_as_they_should() -> None:
    assert read_expression("1 + 2 * 3") == Operation("+", Number(1), Operation("*", Number(2), Number(3)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "ends too early"),
        ("1 +", "ends too early"),
        ("1 2", "'2' cannot stand here"),
        ("(1", "ends too early"),
        ("1)", "')' cannot stand here"),
        ("P", "P has no label"),
        ("P(", "P has no label"),
        ("P()", "names no category"),
        ("P(a,b)", 'P("label")'),
        ("P(f(x))", 'P("label")'),
        ("H", "write H(P) or H(Q) or H(P,Q) or H(Q,P)"),
        ("H(R)", "H is not of P and Q"),
        ("H(P,P)", "H is not of P and Q"),
        ("KL(P)", "write KL(P,Q) or KL(Q,P)"),
        ("max", "write max P or max Q"),
        ("log", "write log n or log(EXPRESSION)"),
        ("Helinger", "did you mean Hellinger?"),
        ("__import__('os')", "'_' cannot stand here"),
        ("P(a).real", "'.' cannot stand here"),
        ("50%", "'%' cannot stand here"),
        ("(" * 30 + "1" + ")" * 30, "too many parentheses"),
        ("-" * 200 + "1", "too many parentheses or signs"),
        ("1 + " * 100 + "1", "longer than 300"),
    ],
)
def test_what_is_no_expression_is_told_why(text: str, says: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_expression(text)
    assert says in str(caught.value)


@given(st.text() | st.text(alphabet='PQHKLlogmaxn(),.+-*/0123456789"e ', max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_expression(text)
    except ExpressionError as error:
        told = error
    else:
        return
    assert told.what
    assert told.remedy
