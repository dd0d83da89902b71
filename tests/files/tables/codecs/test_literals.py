"""Prints of Python, numpy, torch and R. Oracle: P, Q and labels by hand; for round trips Python's and numpy's repr."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.tables.codecs import literals
from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.options import NumberKind, ReadOptions
from small_cases import each
from table_texts import check, reading

READ = [
    ("[0.1, 0.9]", [0.1, 0.9], None, "A B"),
    ("[0.1 0.9]", [0.1, 0.9], None, None),
    ("[0.1  0.2\n 0.7]\n", [0.1, 0.2, 0.7], None, None),
    ("[ 1.00000000e-01  9.00000000e-01]", [0.1, 0.9], None, None),
    ("[1. 3.]", [1, 3], None, None),
    ("(0.1, 0.9)", [0.1, 0.9], None, None),
    ("[1/6, 1/3, 1/2]", [1, 2, 3], None, None),
    ("[1_000, 3_000,]", [1, 3], None, None),
    ("[[0.1 0.9]\n [0.5 0.5]]", [0.1, 0.9], [0.5, 0.5], None),
    ("[0.1, 0.9], [0.5, 0.5]", [0.1, 0.9], [0.5, 0.5], None),
    ("[0.1, 0.9]\n[0.5, 0.5]", [0.1, 0.9], [0.5, 0.5], None),
    ("array([[1, 3],\n       [2, 2],\n       [5, 1]])", [1, 2, 5], [3, 2, 1], None),
    ("{'a': 0.1, 'b': 0.9}", [0.1, 0.9], None, "a b"),
    ("{'it\\'s': 1, \"caf\\u00e9\": 3}", [1, 3], None, "it's café"),
    ("{0: 3, 1: 4}", [3, 4], None, "0 1"),
    ("{('a', 'b'): 3, ('c', 'd'): 1}", [3, 1], None, None),
    ("Counter({'a': 3, 'b': 1})", [3, 1], None, "a b"),
    ("OrderedDict([('a', 1), ('b', 2)])", [1, 2], None, "a b"),
    ("OrderedDict({'a': 1, 'b': 2})", [1, 2], None, "a b"),
    ("defaultdict(<class 'int'>, {'a': 1, 'b': 3})", [1, 3], None, "a b"),
    ("[('a', 3), ('b', 1)]", [3, 1], None, "a b"),
    ("dict(a=1, b=2)", [1, 2], None, "a b"),
    ("{'a': Decimal('0.1'), 'b': Fraction(9, 10)}", [0.1, 0.9], None, "a b"),
    ("array([0.1, 0.9], dtype=float32)", [0.1, 0.9], None, None),
    ("array([0.1, 0.9], dtype='<f4')", [0.1, 0.9], None, None),
    ("array('d', [0.1, 0.9])", [0.1, 0.9], None, None),
    ("np.array([0.1,\n          0.9], dtype=np.float32)", [0.1, 0.9], None, None),
    ("[np.float64(0.1), np.float64(0.9)]", [0.1, 0.9], None, None),
    ("{np.str_('a'): np.int64(1), np.str_('b'): np.int64(3)}", [1, 3], None, "a b"),
    ("tensor([0.1000, 0.9000], grad_fn=<SoftmaxBackward0>)", [0.1, 0.9], None, None),
    ("tensor([[0.1, 0.9]], device='cuda:0', dtype=torch.float64)", [0.1, 0.9], None, None),
    ("tensor([1, 2], device=device(type='cuda', index=0), requires_grad=True)", [1, 2], None, None),
    ("Parameter containing:\ntensor([0.1, 0.9], requires_grad=True)", [0.1, 0.9], None, None),
    ("(tensor([0.1, 0.9]), tensor([0.5, 0.5]))", [0.1, 0.9], [0.5, 0.5], None),
    ("Array([0.1, 0.9], dtype=float32)", [0.1, 0.9], None, None),
    ("tf.Tensor([0.1 0.9], shape=(2,), dtype=float32)", [0.1, 0.9], None, None),
    ("<tf.Tensor: shape=(2,), dtype=float32, numpy=array([0.1, 0.9], dtype=float32)>", [0.1, 0.9], None, None),
    ("Out[3]: array([0.1, 0.9])", [0.1, 0.9], None, None),
    (">>> [0.1, 0.9]", [0.1, 0.9], None, None),
    ("# softmax\n[0.1, 0.9]  # done\n", [0.1, 0.9], None, None),
    ("p = [0.1, 0.9]\nq = [0.5, 0.5]", [0.1, 0.9], [0.5, 0.5], None),
    ("q = [0.1, 0.9]; p = [0.5, 0.5];", [0.5, 0.5], [0.1, 0.9], None),
    ("train = np.array([0.1, 0.9])\ntest = np.array([0.5, 0.5])", [0.1, 0.9], [0.5, 0.5], None),
    ("p: [0.1, 0.9]\nq: [0.5, 0.5]", [0.1, 0.9], [0.5, 0.5], None),
    ("labels = ['x', 'y']\np = [1, 3]\nq = [1, 1]", [1, 3], [1, 1], "x y"),
    ("sun = 1\nrain = 3\n", [1, 3], None, "sun rain"),
    ("{'p': array([0.1, 0.9]), 'q': array([0.5, 0.5])}", [0.1, 0.9], [0.5, 0.5], None),
    ("P = 0.1, 0.2, 0.7\nQ = 0.3, 0.3, 0.4\n", [0.1, 0.2, 0.7], [0.3, 0.3, 0.4], None),
    ("q: .5 .5\np: .1 .9\n", [0.1, 0.9], [0.5, 0.5], None),
    ("p=0.1,0.9;\nq=0.5,0.5;", [0.1, 0.9], [0.5, 0.5], None),
    ("dict_items([('a', 3), ('b', 1)])", [3, 1], None, "a b"),
    ("dict_values([3, 1])", [3, 1], None, None),
    ("c(0.1, 0.9)", [0.1, 0.9], None, None),
    ("c(1L, 3L)", [1, 3], None, None),
    ("c(c(1, 3), c(4))", [1, 3, 4], None, None),
    ("c(a = 0.1, b = 0.9)", [0.1, 0.9], None, "a b"),
    ('c("sun" = 1, `rain` = 3, old.snow = 4)', [1, 3, 4], None, "sun rain old.snow"),
    ("p <- c(0.1, 0.9)\nq <- c(0.5, 0.5)\n", [0.1, 0.9], [0.5, 0.5], None),
    ("list(p = c(a = 1, b = 3), q = c(b = 1, a = 1))", [1, 3], [1, 1], "a b"),
    ("c(a = 1, b = 3)\nc(b = 1, c = 1)", [1, 3, 0], [0, 1, 1], "a b c"),
    ("structure(c(1, 3), names = c('a', 'b'))", [1, 3], None, "a b"),
    (
        'structure(list(word = c("a", "b"), n = c(1, 3)), class = "data.frame", row.names = c(NA, -2L))',
        [1, 3],
        None,
        "a b",
    ),
    ("[1] 0.1 0.2\n[3] 0.7\n", [0.1, 0.2, 0.7], None, None),
    (" [1] 1 1 1 1 1 1 1 1 1\n[10] 1\n", [1] * 10, None, None),
    ("[1] 0.1 0.9\n[1] 0.5 0.5\n", [0.1, 0.9], [0.5, 0.5], None),
    ("> q\n[1] 0.1 0.9\n> p\n[1] 0.5 0.5\n>\n", [0.5, 0.5], [0.1, 0.9], None),
    ("> x <- c(1, 3)\n> x\n[1] 1 3\n", [1, 3], None, None),
    ("     [,1] [,2]\n[1,]  0.1  0.9\n[2,]  0.5  0.5\n", [0.1, 0.9], [0.5, 0.5], None),
]


@each(("text", "p", "q", "labels"), READ)
def test_what_is_printed_is_read(text: str, p: list[float], q: list[float] | None, labels: str | None) -> None:
    check(reading(text), p, q, labels)
    check(reading(text.replace("\n", "\r\n")), p, q, labels)


REFUSED = [
    ("[0. 1. 2. ... 7. 8. 9.]", "line 1: the output is abbreviated"),
    ("tensor([0., 1.,\n  ..., 8., 9.])", "line 2: the output is abbreviated"),
    ("[0.1, …]", "abbreviated"),
    (' [1] 0.1 0.9\n [ reached getOption("max.print") -- omitted 9 entries ]', "line 2: the output is abbreviated"),
    ("[0.1, inf]", "item 2: 'Infinity' is not a finite number"),
    ("[nan 1.]", "item 1: 'NaN' is not a finite number"),
    ("[1e-400, 1]", "item 1: '1e-400' is too small"),
    ("{'a': 1e400, 'b': 1}", "'a': '1e400' is too large"),
    ("{'a': 0.1, 'a': 0.9}", "item 2: the name 'a' is already used in item 1"),
    ("[0.1, 'x']", "'x' is not a number"),
    ("[0.1, 0.5, 0.4", "line 1: a bracket is not closed"),
    ("p = [0.1, 0.9]\nq = [0.5,", "line 2: a bracket is not closed"),
    ("{'a': 1, 'b'", "is not closed"),
    ("array([1, 2", "is not closed"),
    ("[" * 100_000, "nested more than 20 deep"),
    ("(" * 30 + "0.1, 2" + ")" * 30, "nested more than 20 deep"),
    ("array([], dtype=float64)", "the list is empty"),
    ("[[1 2]\n [3]]", "item 2: it has 1 item instead of 2"),
    ("[0.1, 0.9] * 2", ""),
    ("np.array([0.1, 0.9]) / 2", ""),
    ("__import__('os').system('true')", ""),
    ("[0.1,, 0.2]", ""),
    ("[1 2, 3]", ""),
]


@each(("text", "said"), REFUSED)
def test_what_is_not_complete_or_no_number_is_refused(text: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        reading(text)
    assert said in str(error.value)


def test_negative_numbers_are_asked_about_and_minus_infinity_is_a_logarithm() -> None:
    text = "tensor([-0.6931471805599453, -0.6931471805599453, -inf])"
    with pytest.raises(DataError) as error:
        reading(text)
    assert error.value.question is Question.NUMBERS
    check(reading(text, ReadOptions(p_numbers=NumberKind.LOG_PROBABILITIES)), [1, 1, 0])


TABLES = [
    "a: 1,204\nb: 2,310",
    "x(1),2\ny(2),3",
    "[a],1\n[b],2",
    "(unknown),5\nb,3",
    "c(a),b\n1,2",
    "0.1, 0.9",
    "0.5\n0.5",
    "'a', 'b'",
    "",
    "a,b",
]


@each("text", TABLES)
def test_a_table_is_no_literal(text: str) -> None:
    assert literals.parse(text) is None


NUMBERS = st.lists(st.floats(1e-9, 1e9), min_size=2, max_size=40)


@given(NUMBERS)
def test_prints_are_read_as_they_were(numbers: list[float]) -> None:
    array = np.array(numbers)
    check(reading(repr(numbers)), numbers)
    check(reading(repr(tuple(numbers))), numbers)
    check(reading(repr(array)), [float(text) for text in str(array).strip("[]").split()])
    check(reading(repr({f"k {n}": number for n, number in enumerate(numbers)})), numbers)


@given(st.text("[](){},:=<-.'\"0123456789 \nabcp", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading(text)
    except DataError:
        return
