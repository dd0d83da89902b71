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
        ("", "'' is no expression"),
        ("1 +", "write P(label)"),
        ("1 2", "'1 2' is no expression"),
        ("(1", "'(1' is no expression"),
        ("1)", "'1)' is no expression"),
        ("P", 'write P(label) or P("a, b")'),
        ("P(", "'P(' is no expression"),
        ("P()", "write P(label)"),
        ("P(a,b)", 'P("a, b")'),
        ("P(f(x))", 'P("a, b")'),
        ("H", "write H(P) or H(Q) or H(P,Q) or H(Q,P)"),
        ("H(R)", "'H' cannot stand here"),
        ("H(P,P)", "'H' cannot stand here"),
        ("KL(P)", "write KL or KL(P,Q) or KL(Q,P)"),
        ("max", "write max P or max Q"),
        ("log", "write log n or log(EXPRESSION)"),
        ("Helinger", "did you mean Hellinger?"),
        ("__import__('os')", "is no expression"),
        ("P(a).real", "is no expression"),
        ("50%", "is no expression"),
        ("True", "'True' is no expression"),
        ("2 ** 3", "is no expression"),
        ("log(n, **KL)", "write log n or log(EXPRESSION)"),
        ("Renyi(2, **n)", "write Renyi(2)"),
        ("KL if n else JS", "is no expression"),
        ("KL # a remark", "is no expression"),
        ("Renyi(-1)", "write Renyi(2)"),
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
