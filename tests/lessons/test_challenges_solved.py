"""Every challenge: unsolved where it begins, and solved by keys and locks alone, in the moves that are declared."""

from __future__ import annotations

import math

import numpy as np
import pytest
from bundled import LANGUAGES, file_of
from challenge_solutions import SOLUTIONS, Solution
from lesson_hands import Keys, Lock, do

from klscope.lessons.expressions import evaluate
from klscope.lessons.goals import Equality, Inequality, is_met
from klscope.lessons.lesson import Lesson, LessonState, Step
from klscope.lessons.library import CHALLENGES
from klscope.model.comparison import Comparison
from klscope.model.edits import LoadComparison
from klscope.model.store import Store

pytestmark = pytest.mark.usefixtures("qapp")

CASES = [
    pytest.param(language, number, id=f"{language}-{number + 1}-{solution.title}")
    for language in LANGUAGES
    for number, solution in enumerate(SOLUTIONS)
]


def begun(challenges: Lesson, challenge: Step) -> Store:
    """Return a store where a challenge has just been opened."""
    store = Store(challenges.states[-1].comparison)
    store.perform(LoadComparison(challenges.states_by_name[challenge.state].comparison))
    return store


def solved(store: Store, challenge: Step, solution: Solution) -> int:
    """Solve it, and return the moves; it must not be solved before the last act that moves a bar."""
    start = store.comparison
    moves = 0
    last = max(place for place, act in enumerate(solution.acts) if isinstance(act, Keys))
    for place, act in enumerate(solution.acts):
        assert place > last or not is_met(challenge.goal, store.snapshot, start), f"solved before {act}"
        moves += do(store, act)
    return moves


def test_every_challenge_has_a_solution_declared() -> None:
    assert [one.title for one in file_of("en", CHALLENGES).steps] == [one.title for one in SOLUTIONS]
    assert len(SOLUTIONS) >= 12
    assert all(isinstance(act, Keys | Lock) for one in SOLUTIONS for act in one.acts)


@pytest.mark.parametrize(("language", "number"), CASES)
def test_a_challenge_is_unsolved_first_and_solved_by_keys(language: str, number: int) -> None:
    challenges = file_of(language, CHALLENGES)
    challenge, solution = challenges.steps[number], SOLUTIONS[number]
    store = begun(challenges, challenge)
    start = store.comparison
    assert not is_met(challenge.goal, store.snapshot, start)
    moves = solved(store, challenge, solution)
    assert is_met(challenge.goal, store.snapshot, start)
    assert moves == solution.moves


@pytest.mark.parametrize(("language", "number"), CASES)
def test_the_gauge_comes_nearer_to_its_number(language: str, number: int) -> None:
    challenges = file_of(language, CHALLENGES)
    challenge = challenges.steps[number]
    assert challenge.gauge is not None
    store = begun(challenges, challenge)
    away = []
    for acts in ((), SOLUTIONS[number].acts):
        for act in acts:
            do(store, act)
        value = evaluate(challenge.gauge.expression, store.snapshot, challenges.unit)
        assert not math.isnan(value)
        away.append(abs(value - challenge.gauge.toward))
    assert away[1] < away[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_a_challenge_is_one_undo_step(language: str) -> None:
    challenges = file_of(language, CHALLENGES)
    store = begun(challenges, challenges.steps[0])
    store.undo()
    assert store.comparison is challenges.states[-1].comparison


@pytest.mark.parametrize(("language", "number"), CASES)
def test_a_gauge_ends_where_a_condition_of_the_goal_does(language: str, number: int) -> None:
    """A number that the goal does not name would send the learner further than need be, or not far enough."""
    challenges = file_of(language, CHALLENGES)
    challenge = challenges.steps[number]
    gauge, labels = challenge.gauge, challenges.states_by_name[challenge.state].comparison.labels
    assert gauge is not None
    random = np.random.default_rng(7)
    pairs = [
        LessonState("", Comparison.from_weights(labels, *random.dirichlet(np.full(len(labels), 0.5), size=2)))
        for _ in range(50)
    ]
    unit = challenges.unit
    beyond = [math.copysign(1.0, evaluate(gauge.expression, pair, unit) - gauge.toward) for pair in pairs]
    ends = [
        [math.copysign(1.0, evaluate(one.left, pair, unit) - evaluate(one.right, pair, unit)) for pair in pairs]
        for one in challenge.goal.conditions
        if isinstance(one, Inequality | Equality)
    ]
    assert beyond in ends
