"""Edits of every kind in a row: sums stay 1, nothing drifts, and nothing that was given is changed."""

import inspect
import math
import random

import numpy as np
from weather_pair import WEATHER, locked

from klscope.model import category_edits, edits, set_weights
from klscope.model.category_edits import AddCategory, MergeCategories, MoveCategory, RemoveCategories, Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import (
    Copy,
    Edit,
    Gesture,
    LoadComparison,
    OneHot,
    Paint,
    Random,
    Reset,
    ReturnToPin,
    ScaleGroup,
    SetDistribution,
    SetLock,
    SetProbability,
    Sharpen,
    Smooth,
    Swap,
    Uniform,
    UnlockAll,
)
from klscope.model.set_weights import SetWeights
from klscope.theory.editing import EditRefusedError

P, Q = Side.P, Side.Q
KINDS = {
    kind
    for module in (edits, category_edits, set_weights)
    for kind in vars(module).values()
    if inspect.isclass(kind) and issubclass(kind, Edit) and not inspect.isabstract(kind)
    if not issubclass(kind, LoadComparison | ReturnToPin)
}
"""All edits but those that put a given comparison in the place of the present one."""


def any_edit(dice: random.Random, comparison: Comparison, number: int) -> Edit:
    n, side = comparison.n, dice.choice((P, Q))
    index, other = dice.randrange(n), dice.randrange(n)
    value = dice.choice((0.0, 1.0, dice.random(), dice.random(), 10.0 ** dice.uniform(-300, 0), 1 - 2.0**-53))
    if dice.random() < 0.5:
        return SetProbability(side, index, value, dice.choice(tuple(Gesture)))
    if dice.random() < 0.2:
        group = {index, *dice.sample(range(n), dice.randint(1, n - 1))}
        return ScaleGroup(side, tuple(sorted(group)), index, value)
    kinds = (
        lambda: Paint(side, ((index, value), (other, dice.random()))),
        lambda: Paint(side, tuple((j, dice.random() * 0.4) for j in range(n))),
        lambda: SetDistribution(side, tuple(dice.choice((0.0, dice.random())) for j in range(n))),
        lambda: Copy(side),
        Swap,
        lambda: Uniform(side),
        lambda: OneHot(side, index),
        lambda: Random(side, number),
        lambda: Sharpen(side, dice.choice((0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 10.0))),
        lambda: Smooth(side, value),
        lambda: SetWeights(10.0 ** np.array([dice.uniform(-300, 300) for _ in range(n)]), None),
        lambda: SetLock(side, (index, other), dice.random() < 0.4),
        lambda: SetLock(side, (index,), True),
        UnlockAll,
        lambda: Rename(index, f"label {number}"),
        lambda: AddCategory(f"category {number}") if n < 7 else RemoveCategories((index, other)),
        lambda: RemoveCategories((index,)),
        lambda: MergeCategories((index, other)),
        lambda: MoveCategory(index, other),
        Reset,
    )
    return dice.choice(kinds)()


def test_sums_stay_one_after_20_000_edits_of_every_kind() -> None:
    dice, comparison = random.Random(20240229), WEATHER
    counts: dict[type, int] = {}
    for number in range(20_000):
        edit = any_edit(dice, comparison, number)
        try:
            comparison = edit.apply(comparison)
        except EditRefusedError:
            continue
        counts[type(edit)] = counts.get(type(edit), 0) + 1
        for distribution in (comparison.p, comparison.q):
            probabilities = distribution.probabilities.tolist()
            assert abs(math.fsum(probabilities) - 1.0) <= 1e-12
            assert all([0.0 <= value <= 1.0 for value in probabilities])  # noqa: C419  # false for NaN
    assert set(counts) == KINDS
    assert min(counts.values()) > 60


def test_2_000_edits_do_not_drift() -> None:
    # no edit sums up what earlier ones rounded: the last sum is as close to 1 as the first
    dice, distribution = random.Random(7), WEATHER
    for _ in range(2_000):
        distribution = SetProbability(P, dice.randrange(4), dice.uniform(0.01, 0.9)).apply(distribution)
        assert abs(math.fsum(distribution.p.probabilities.tolist()) - 1.0) <= 2.0**-52


def test_an_edit_leaves_what_it_was_given() -> None:
    dice, comparison = random.Random(11), locked(P, 0)
    before = [comparison.labels, *(array.tobytes() for array in arrays(comparison))]
    for number in range(500):
        try:
            after = any_edit(dice, comparison, number).apply(comparison)
        except EditRefusedError:
            continue
        for array in arrays(after):
            assert not array.flags.writeable
        assert [comparison.labels, *(array.tobytes() for array in arrays(comparison))] == before


def arrays(comparison: Comparison) -> list[np.ndarray]:
    both = (comparison.p, comparison.q)
    return [
        *(d.probabilities for d in both),
        *(d.remembered for d in both),
        comparison.p_locks,
        comparison.q_locks,
    ]
