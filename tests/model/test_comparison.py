"""A comparison as a value: what it accepts, what it never shares, what makes two of them equal."""

import dataclasses
import pickle
from dataclasses import replace

import numpy as np
import pytest

from klscope.model.comparison import (
    Comparison,
    LabelError,
    Labels,
    Origin,
    Side,
    check_labels,
    default_labels,
)
from klscope.theory.distribution import Distribution
from klscope.theory.reading import DistributionError

P, Q = Side.P, Side.Q
LABELS = ("sunny", "cloudy", "rain", "snow")


def weather() -> Comparison:
    return Comparison.from_weights(LABELS, [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def test_weights_are_normalised_and_labels_kept() -> None:
    comparison = weather()
    assert comparison.n == 4
    assert comparison.labels == LABELS
    assert comparison.p.probabilities.tolist() == [0.5, 0.25, 0.125, 0.125]
    assert comparison.q.probabilities.tolist() == [0.125, 0.5, 0.25, 0.125]
    assert not comparison.p_locks.any()
    assert not comparison.q_locks.any()


def test_sides() -> None:
    comparison = weather().with_locks(Q, [True, False, False, False])
    assert P.other is Q
    assert Q.other is P
    assert comparison.distribution(P) is comparison.p
    assert comparison.distribution(Q) is comparison.q
    assert comparison.locks(P).tolist() == [False] * 4
    assert comparison.locks(Q).tolist() == [True, False, False, False]
    assert comparison.with_distribution(P, comparison.q).p is comparison.q


@pytest.mark.parametrize(
    ("n", "first", "last"), [(1, "A", "A"), (2, "A", "B"), (26, "A", "Z"), (27, "1", "27"), (1000, "1", "1000")]
)
def test_default_labels(n: int, first: str, last: str) -> None:
    labels = default_labels(n)
    assert (len(labels), labels[0], labels[-1]) == (n, first, last)
    check_labels(labels)
    assert Comparison.from_weights(None, np.ones(n), np.ones(n)).labels == labels


def test_labels_are_a_tuple_that_finds_its_names() -> None:
    labels = Labels(LABELS)
    assert labels == LABELS
    assert hash(labels) == hash(LABELS)
    assert [labels.position(name) for name in (*LABELS, "fog")] == [0, 1, 2, 3, None]
    assert pickle.loads(pickle.dumps(labels)) == labels
    assert weather().position("rain") == 2
    assert weather().position("fog") is None


def test_what_has_probability_zero_on_one_side_alone() -> None:
    comparison = Comparison.from_weights(None, [1, 0, 0, 1, 1], [1, 1, 0, 0, 0])
    assert comparison.lacking(Q) == (3, 4)
    assert comparison.lacking(P) == (1,)
    assert weather().lacking(P) == weather().lacking(Q) == ()


def test_labels_are_checked_once() -> None:
    labels = Labels(LABELS)
    assert Labels(labels) is labels
    with pytest.raises(LabelError, match="category 2 has no name"):
        Labels(["a", " "])
    comparison = Comparison(labels, weather().p, weather().q)
    swapped = replace(comparison, p=comparison.q, q=comparison.p)
    assert comparison.labels is labels
    assert swapped.labels is labels
    assert swapped.q_locks is comparison.q_locks


@pytest.mark.parametrize(
    ("labels", "p", "q", "message"),
    [
        (None, [1, 2], [1, 2, 3], "2 labels, 2 weights for P, 3 for Q"),
        (("a",), [1, 2], [1, 2], "1 labels, 2 weights for P, 2 for Q"),
        (None, [1, -2], [1, 2], r"P: weight 2 is negative \(-2.0\)"),
        (None, [1, 2], [0, 0], "Q is all zeros"),
        (("a", " "), [1, 2], [1, 2], "category 2 has no name"),
        (("a", "\t\n"), [1, 2], [1, 2], "category 2 has no name"),
        (("a", "b", "a"), [1, 2, 3], [1, 2, 3], r"category 3 has the name of category 1: 'a'"),
    ],
)
def test_what_makes_no_comparison_is_refused_by_name(
    labels: tuple[str, ...] | None, p: list[float], q: list[float], message: str
) -> None:
    with pytest.raises(DistributionError, match=message):
        Comparison.from_weights(labels, p, q)


@pytest.mark.parametrize("locks", [[True], [True] * 5, [[True] * 4], True])
def test_locks_that_do_not_fit_are_refused(locks: object) -> None:
    with pytest.raises(DistributionError, match="locks for 4 categories"):
        weather().with_locks(P, locks)


def test_nothing_is_shared_with_the_caller_and_nothing_can_be_written() -> None:
    labels, p, locks = list(LABELS), np.array([0.5, 0.25, 0.125, 0.125]), np.array([True, False, False, False])
    comparison = Comparison(labels, Distribution(p), Distribution(p), locks, locks)
    labels[0], p[:], locks[:] = "fog", 0.0, True
    assert comparison.labels == LABELS
    assert isinstance(hash(comparison), int)
    assert comparison.p.probabilities.tolist() == [0.5, 0.25, 0.125, 0.125]
    for own in (comparison.p_locks, comparison.q_locks):
        assert own.tolist() == [True, False, False, False]
        with pytest.raises(ValueError, match="read-only"):
            own[0] = False
    with pytest.raises(dataclasses.FrozenInstanceError):
        comparison.labels = ()
    with pytest.raises(TypeError):
        comparison.labels[0] = "fog"


def test_equality_is_of_labels_probabilities_and_locks() -> None:
    one, two = weather(), weather()
    assert one == two
    assert hash(one) == hash(two)
    full = one.with_distribution(P, Distribution([1.0, 0.0, 0.0, 0.0]))
    remembering = one.with_distribution(P, Distribution([1.0, 0.0, 0.0, 0.0], [0.0, 0.5, 0.25, 0.25]))
    different = [
        full,
        one.with_distribution(Q, one.p),
        one.with_locks(P, [True, False, False, False]),
        one.with_locks(Q, [True, False, False, False]),
        dataclasses.replace(one, labels=("sunny", "cloudy", "rain", "hail")),
        Comparison.from_weights(None, [1, 2, 3], [1, 2, 3]),
    ]
    for index, other in enumerate(different):
        assert one != other
        assert all(other != another for another in different[index + 1 :])
    assert full == remembering
    assert hash(full) == hash(remembering)
    assert one != "weather"


def test_the_origin_does_not_count_in_equality() -> None:
    assert weather() == dataclasses.replace(weather(), origin=None)
    assert hash(weather()) == hash(dataclasses.replace(weather(), origin=None))


def test_the_origin_is_what_was_opened() -> None:
    comparison = weather().with_locks(P, [True, False, False, False]).originating("my.csv")
    origin = comparison.origin
    assert origin is not None
    assert origin.name == "my.csv"
    assert origin.comparison == comparison
    assert origin.comparison.origin is None
    assert Comparison.from_weights(None, [1, 2], [2, 1]).origin is None
    assert origin == Origin("my.csv", dataclasses.replace(comparison, origin=None))
    assert origin != weather().origin


def test_alike_but_for_a_side():
    one = Comparison.from_weights("ab", [1, 1], [1, 3])
    other = Comparison.from_weights("ab", [1, 1], [3, 1])
    assert one.alike_but_for(Side.Q, other)
    assert not one.alike_but_for(Side.P, other)
    assert not one.alike_but_for(Side.Q, other.with_locks(Side.Q, [True, False]))
    assert not one.alike_but_for(Side.Q, Comparison.from_weights("abc", [1, 1, 1], [1, 3, 1]))
