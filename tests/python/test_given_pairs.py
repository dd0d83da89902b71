"""P and Q from Python objects. The oracles are sums by hand, and the specification for what is refused."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from klscope.files.tables.row_pairs import RowPairs
from klscope.python.given_pairs import GivenPair, read_pairs
from klscope.python.number_options import Options

WEIGHTS = Options()


def read(p, q=None, labels=None, **options) -> GivenPair:
    found = read_pairs(
        p,
        q,
        labels,
        Options.of(
            *(options.get(name) for name in ("numbers", "p_numbers", "q_numbers")), options.get("temperature", 1.0)
        ),
    )
    assert isinstance(found, GivenPair)
    return found


def rows(p, q=None, **options) -> RowPairs:
    found = read_pairs(p, q, None, Options.of(options.get("numbers"), None, None, 1.0))
    assert isinstance(found, RowPairs)
    return found


class Tensor:
    """What torch's tensors have: an array only without a gradient and in main memory."""

    def __init__(self, values, is_plain=False):
        self.values, self.is_plain, self.dtype = np.array(values), is_plain, "torch.float32"

    def detach(self):
        return Tensor(self.values)

    def cpu(self):
        return Tensor(self.values, is_plain=True)

    def __array__(self, dtype=None, copy=None):
        if not self.is_plain:
            raise RuntimeError("Can't call numpy() on Tensor that requires grad")
        return self.values if dtype is None else self.values.astype(dtype)


class BrainTensor(Tensor):
    """A tensor of bfloat16, a type that numpy does not have."""

    def __init__(self, values):
        super().__init__(values)
        self.dtype = "torch.bfloat16"

    def detach(self):
        return self

    def cpu(self):
        return self

    def float(self):
        return Tensor(self.values, is_plain=True)


class WithoutData(Tensor):
    """A tensor of torch's device "meta"."""

    def cpu(self):
        raise NotImplementedError("Cannot copy out of meta tensor; no data!")

    def detach(self):
        return self


class Exchanged:
    """An array of another library that only knows the protocol DLPack."""

    def __init__(self, values):
        self.values = np.array(values)

    def __dlpack__(self, **options):
        return self.values.__dlpack__(**options)

    def __dlpack_device__(self):
        return self.values.__dlpack_device__()


@pytest.mark.parametrize(
    "p",
    [
        [1, 2, 1],
        (1.0, 2.0, 1.0),
        iter([1, 2, 1]),
        range(1, 4),
        np.array([1, 2, 1], dtype=np.uint8),
        np.array([[1.0, 2.0, 1.0]]),
        [Fraction(1, 4), Decimal("0.5"), 0.25],
        pd.Series([1, 2, 1]),
        Tensor([1.0, 2.0, 1.0]),
        BrainTensor([1.0, 2.0, 1.0]),
        Exchanged([1.0, 2.0, 1.0]),
    ],
    ids=lambda p: type(p).__name__,
)
def test_numbers_without_names(p) -> None:
    pair = read(p)
    expected = [1 / 6, 2 / 6, 3 / 6] if isinstance(p, range) else [0.25, 0.5, 0.25]
    assert pair.labels == ("A", "B", "C")
    np.testing.assert_allclose(pair.comparison().p.probabilities, expected, rtol=1e-15)
    assert pair.comparison().q.probabilities.tolist() == [1 / 3] * 3


@pytest.mark.parametrize(
    ("p", "q"),
    [
        ({"a": 3, "b": 1}, {"c": 2, "b": 2}),
        (Counter("aaab"), Counter("bbcc")),
        (pd.Series({"a": 3, "b": 1}), pd.Series({"c": 2, "b": 2})),
        (pd.DataFrame({"n": [3, 1]}, index=["a", "b"]), pd.DataFrame({"n": [2, 2]}, index=["c", "b"])),
        ({"a": 3, "b": 1}, pd.Series({"b": 2, "c": 2})),
    ],
    ids=["dict", "Counter", "Series", "DataFrame", "mixed"],
)
def test_names_are_joined(p, q) -> None:
    pair = read(p, q)
    assert pair.labels == ("a", "b", "c")
    assert pair.comparison().p.probabilities.tolist() == [0.75, 0.25, 0.0]
    assert pair.comparison().q.probabilities.tolist() == [0.0, 0.5, 0.5]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"Q": [1, 3], "P": [1, 1], "other": [5, 5]}, index=["x", "y"]),
        pd.DataFrame({"english": [1, 1], "german": [1, 3]}, index=["x", "y"]),
        pd.DataFrame({"letter": ["x", "y"], "english": [1, 1], "german": [1, 3]}),
    ],
    ids=["named P and Q", "two columns", "a column of names"],
)
def test_a_frame_of_both(frame) -> None:
    pair = read(frame)
    assert pair.labels == ("x", "y")
    assert pair.comparison().p.probabilities.tolist() == [0.5, 0.5]
    assert pair.comparison().q.probabilities.tolist() == [0.25, 0.75]


def test_names_of_one_side_name_both_by_position() -> None:
    assert read([1, 1], {"x": 1, "y": 3}).labels == ("x", "y")
    assert read([1, 1], [1, 3], ["north", "south"]).labels == ("north", "south")


def test_logits_keep_their_log_probabilities() -> None:
    pair = read([0.0, -1000.0], numbers="logits", q=[-1000.0, 0.0], temperature=2.0)
    # by hand: P = (1, e⁻⁵⁰⁰), Q the other way round: KL = 500·(1 − 2e⁻⁵⁰⁰)
    assert pair.measures().kl_divergence == pytest.approx(500.0, rel=1e-15)


def test_weights_are_measured_as_they_are_given() -> None:
    # 1/49 summed 49 times is not 1; proportional weights have a divergence of exactly 0
    assert read([3.0] * 49, [0.1] * 49).measures().kl_divergence == 0.0


def test_rows() -> None:
    pairs = rows(np.array([[1, 1], [1, 3], [1, 0]]))
    assert (pairs.count, pairs.n) == (3, 2)
    # by hand: the mean of (½, ½), (¼, ¾), (1, 0)
    np.testing.assert_allclose(pairs.comparison(1).q.probabilities, [7 / 12, 5 / 12], rtol=1e-15)


@pytest.mark.parametrize("values", [[[1.0, 3.0], [1.0, 1.0]], pd.DataFrame([[1, 3], [1, 1]], columns=["x", "y"])])
def test_one_distribution_for_every_row(values) -> None:
    pairs = rows(np.asarray(values), [1.0, 1.0])
    assert pairs.comparison(0).p.probabilities.tolist() == [0.25, 0.75]
    assert pairs.comparison(1).q.probabilities.tolist() == [0.5, 0.5]
    other = rows([1.0, 1.5], values)
    assert other.comparison(0).p.probabilities.tolist() == [0.4, 0.6]
    assert other.comparison(0).q.probabilities.tolist() == [0.25, 0.75]


def test_classes_that_happened() -> None:
    pairs = rows([2, 0], np.ones((2, 3)))
    assert pairs.comparison(0).p.probabilities.tolist() == [0.0, 0.0, 1.0]
    assert pairs.comparison(1).p.probabilities.tolist() == [1.0, 0.0, 0.0]


def test_rows_and_columns_of_frames_are_joined_by_name() -> None:
    p = pd.DataFrame([[1, 0, 0], [0, 1, 0], [0, 0, 1]], index=["r", "s", "t"], columns=["a", "b", "c"])
    pairs = rows(p, p.iloc[::-1, ::-1])
    assert pairs.names == ("r", "s", "t")
    assert pairs.divergences(0, 3).tolist() == [0.0, 0.0, 0.0]
    with pytest.raises(ValueError, match=r"p and q have different rows: 's' is in one of them only"):
        rows(p, p.iloc[[0, 2]])


@pytest.mark.parametrize(
    ("p", "q", "kind", "words"),
    [
        (None, [1, 2], TypeError, "p is None: give P"),
        ("sunny", None, TypeError, r"p is a text: give its numbers; klscope.read\(path\) reads a file"),
        ({1, 2}, None, TypeError, "p is a set, which has no order"),
        (3.5, None, TypeError, "p is 3.5: give a number for each category"),
        (["a", "b"], None, TypeError, r"p has 'a', which is not a number; .*collections.Counter"),
        ([1, 2j], None, ValueError, "not a real number: 2j"),
        (WithoutData([1, 2]), None, TypeError, "p cannot be read as an array of numbers: Cannot copy out of meta"),
        ([[1, 2], [1]], None, TypeError, "p cannot be read as an array of numbers: .*inhomogeneous"),
        ([], None, ValueError, "p is empty"),
        ([0, 0], None, ValueError, "p is all zeros"),
        ([1, 2, 3, -1], None, ValueError, r"p\[3\] is -1.0: weights are 0 or more; for logits"),
        ([1, 2], {"x": 1, "y": -2}, ValueError, r"q\['y'\] is -2.0"),
        ([1, float("nan")], None, ValueError, r"p\[1\] is nan: it is not a number"),
        ([float("inf"), 1], None, ValueError, r"p\[0\] is inf: a number is finite"),
        ([1, 2, 3], [1, 2], ValueError, "p has 3 categories and q has 2: give as many numbers in both"),
        ({1: 1, "1": 2}, None, ValueError, "p has two categories of the name '1'"),
        ({" ": 1, "b": 2}, None, ValueError, "category 1 has no name"),
        (np.ones((2, 3, 4)), None, ValueError, r"p has the shape \(2, 3, 4\): .*p.reshape\(-1, 4\)"),
        (np.ma.masked_array([1.0, 2.0], [True, False]), None, ValueError, "weight 1 is masked"),
        ([1, 10**400], None, ValueError, "weight 2 is too large for a float64"),
        (np.ones((3, 1)), None, ValueError, "p has one category in each row"),
        ([[1, 2, 3], [1, -2, 3]], None, ValueError, r"p\[1, 1\] is -2.0"),
        (np.ones((3, 2)), np.ones((4, 2)), ValueError, "p has 3 rows and q has 4"),
        (np.ones((3, 2)), np.ones(3), ValueError, "p has 2 categories and q has 3"),
        ([0, 5, 1, 1], np.ones((4, 3)), ValueError, r"p\[1\] is 5, and a class of q is one of 0 to 2"),
        ([0, 1, 2], np.ones((3, 3)), ValueError, r"numpy.eye\(3\)\[p\] for classes"),
        ([["a", "b"], ["c", "d"]], None, TypeError, "p has 'a', which is not a number"),
    ],
)
def test_what_is_refused(p, q, kind, words) -> None:
    with pytest.raises(kind, match=words):
        read_pairs(p, q, None, WEIGHTS)


@pytest.mark.parametrize(
    ("labels", "p", "kind", "words"),
    [
        ("ab", [1, 2], TypeError, "labels is a text"),
        (["a"], [1, 2], ValueError, "there are 1 labels for 2 categories"),
        (["a", "a"], [1, 2], ValueError, "category 2 has the name of category 1"),
        (["a", "b"], {"x": 1, "y": 2}, ValueError, "labels are given, and p has names of its own"),
    ],
)
def test_labels_that_are_refused(labels, p, kind, words) -> None:
    with pytest.raises(kind, match=words):
        read_pairs(p, None, labels, WEIGHTS)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("samples", None, None, 1.0), "numbers='samples' is not one of"),
        ((None, "logit", None, 1.0), "p_numbers='logit' is not one of"),
        (("logits", None, "logits", 1.0), "numbers is for P and Q"),
        ((None, None, None, 0.0), "temperature=0.0 is not a number above 0"),
        ((None, None, None, "1"), "temperature='1' is not a number above 0"),
    ],
)
def test_options_that_are_refused(words, message) -> None:
    with pytest.raises(ValueError, match=message):
        Options.of(*words)
