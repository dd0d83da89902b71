"""Every sentence of lesson nine, with the descents that it speaks of run until they come to rest.

Each descent is run by the program's own training, at the step size that the lesson begins with, until no step changes a
number any more; and by `hump_descents`, the oracle.

What the lesson says, in its order, and the test (test_…) that holds it:

- P has two humps, and Q may be one hump only: p_has_two_humps_and_every_q_has_one
- it can lie wide across both, as now, or sit narrow on one: wide_lies_across_both_and_narrow_sits_on_one
- wide has the smaller KL(P‖Q); for KL(Q‖P) it is the reverse: wide_is_better_forward_and_narrow_in_reverse
- Q is a narrow hump beside the right peak: wide_lies_across_both_and_narrow_sits_on_one
- press Play (the goals); KL(P‖Q) fell, KL(Q‖P) fell: play_reaches_the_goals_and_every_step_is_better
- Q no longer leaves out what happens: forward_leaves_nothing_out
- let it run on, and it comes to rest wide across both, with KL(P‖Q) = …: where_a_descent_comes_to_rest,
  play_ends_by_itself_where_the_descent_comes_to_rest
- it has to cover the valley too, where next to nothing happens: forward_leaves_nothing_out
- half of P is left out; KL(P‖Q) does mind: reverse_leaves_out_half_of_p
- at d it pays: leaving out is costly; what Q leaves out weighs next to nothing, what it claims beyond P is costly:
  each_divergence_looks_where_its_first_is
- forward must cover every mode, reverse may choose one: the_best_hump_covers_forward_and_sits_in_reverse
- reverse seeks a mode only from where one is near: reverse_finds_a_mode_only_from_near_it
- from a wide hump descent ends at the nearest low point, with KL(Q‖P) = …: where_a_descent_comes_to_rest
- a narrow hump needs only …: the_best_hump_covers_forward_and_sits_in_reverse
- with every bar free both orders end at Q = P; order decides only when Q cannot be P:
  with_every_bar_free_both_orders_end_at_p
"""

from __future__ import annotations

import itertools
from functools import lru_cache

import numpy as np
import pytest
from bundled import file_of, text_of
from hump_descents import Descent, divergence, hump, moments
from lesson_oracle import pairs_of

from klscope.lessons.goals import is_met
from klscope.lessons.lesson import LessonState, Step, StepKind
from klscope.model.training_edits import Train
from klscope.model.training_rest import steps_until_seen
from klscope.model.training_run import TrainingRun
from klscope.model.view_options import TrainingOptions
from klscope.theory.families import DiscretisedGaussian
from klscope.theory.training import Family, Objective, parameters_of
from klscope.theory.training import step as one_step

NAME = "09-asymmetry"
LESSON, PAIRS = file_of("en", NAME), pairs_of(text_of("en", NAME))
FORWARD, REVERSE = Objective.FORWARD, Objective.REVERSE
LEFT, VALLEY, RIGHT = 3, 6, 9
"""Where P has its peaks, and the valley between them."""

WIDE, NARROW = ("wide", "broad"), ("one", "lean")
"""The states that are wide across both humps, and the narrow ones."""

COVERING, ACROSS, SEATED = (6, 3.9149), (6, 4.3442), (9.0032, 0.7502)
"""Mean and standard deviation of the humps that rest: the forward one; in reverse, across both, and on the right."""

RESTS = {
    **{(state, FORWARD): (COVERING, 0.653413) for state in (*WIDE, *NARROW)},
    **{(state, REVERSE): (ACROSS, 1.098893) for state in WIDE},
    **{(state, REVERSE): (SEATED, 0.700929) for state in NARROW},
}
"""Where each descent comes to rest, and with which divergence; computed by mpmath before the lesson was written."""

MOST_STEPS = 10_000
"""After so many steps the window stops to play by itself."""

DESCENTS = {objective: Descent(PAIRS["wide"].p, objective) for objective in Objective}


def weights(state: str) -> tuple[np.ndarray, np.ndarray]:
    """Return P and Q of a state, read from the text of the lesson by the oracle."""
    return np.array(PAIRS[state].p, dtype=float), np.array(PAIRS[state].q, dtype=float)


P = weights("wide")[0]


def begun(state: str, objective: Objective) -> TrainingRun:
    """Return the run as the lesson begins it: one hump, at the usual step size."""
    settings = TrainingOptions(objective, Family.UNIMODAL)
    return TrainingRun.of(LESSON.states_by_name[state].comparison, settings)


@lru_cache
def rested(state: str, objective: Objective) -> DiscretisedGaussian:
    """Return the hump at rest: no step changes a number of it any more, before the window stops to play."""
    parameters, rate, best = parameters_of(weights(state)[1], Family.UNIMODAL), TrainingOptions().unimodal_rate, np.inf
    for _ in range(MOST_STEPS):
        following = one_step(parameters, P, objective, rate)
        if following is parameters:
            return parameters
        parameters = following
        value = DESCENTS[objective].loss(parameters.probabilities)
        assert value < best + 1e-12, "the step size of the lesson is too large"
        best = value
    raise AssertionError("it would still move when the window stops to play")


def peaks(q: np.ndarray) -> list[int]:
    """Return where a distribution is higher than on both sides, a plateau counting once."""
    places = [0, *(place for place in range(1, q.size) if q[place] != q[place - 1])]
    high = [-1.0, *(float(q[place]) for place in places), -1.0]
    return [places[i - 1] for i in range(1, len(high) - 1) if high[i - 1] < high[i] > high[i + 1]]


def test_p_has_two_humps_and_every_q_has_one() -> None:
    for state in LESSON.states_by_name:
        p, q = weights(state)
        assert np.array_equal(p, P)
        assert peaks(p) == [LEFT, RIGHT], state
        assert len(peaks(q)) == 1, state


def test_wide_lies_across_both_and_narrow_sits_on_one() -> None:
    for state in WIDE:
        q = weights(state)[1]
        assert abs(moments(q)[0] - VALLEY) < 1e-12
        assert min(q[LEFT], q[RIGHT]) > q.max() / 2
    for state, peak in (("one", RIGHT), ("lean", RIGHT - 1)):
        q = weights(state)[1]
        assert peaks(q) == [peak]
        assert q[VALLEY + 1 :].sum() > 0.89
        assert q[:VALLEY].sum() < 0.03


def test_wide_is_better_forward_and_narrow_in_reverse() -> None:
    wide, one = weights("wide")[1], weights("one")[1]
    even = np.full(P.size, 1 / P.size)
    assert divergence(P, wide) < divergence(P, one)
    assert divergence(one, P) < divergence(wide, P)
    for state in WIDE:  # else the window says, over the text, that Q is worse than a uniform guess
        q = weights(state)[1]
        assert divergence(P, q) < divergence(P, even)
        assert divergence(q, P) < divergence(even, P)


@pytest.mark.parametrize(("state", "objective"), RESTS)
def test_where_a_descent_comes_to_rest(state: str, objective: Objective) -> None:
    near, value = RESTS[state, objective]
    mean, deviation, least = DESCENTS[objective].minimum(*near)
    assert (mean, deviation) == pytest.approx(near, abs=5e-5)
    assert least == pytest.approx(value, abs=5e-7)

    rest = rested(state, objective)
    assert (rest.mean, rest.deviation) == pytest.approx((mean, deviation), abs=1e-5)
    assert DESCENTS[objective].loss(rest.probabilities) == pytest.approx(least, abs=1e-9)

    assert DESCENTS[objective].end(*moments(weights(state)[1])) == pytest.approx((mean, deviation), abs=1e-3)

    said = {COVERING: "cover", ACROSS: "settled"}.get(near)  # the state whose number the text gives for this rest
    if said is not None:
        np.testing.assert_allclose(weights(said)[1], rest.probabilities, atol=1e-6)
        assert f"{DESCENTS[objective].loss(weights(said)[1]):.3f}" == f"{least:.3f}"


TRAINED = [step for step in LESSON.steps[1:] if isinstance(step.view_options, TrainingOptions)]
"""The steps in which something is trained, but for the question that comes first."""


@pytest.mark.parametrize("step", TRAINED, ids=lambda step: step.kind.value)
def test_play_reaches_the_goals_and_every_step_is_better(step: Step) -> None:
    objective, start = step.view_options.objective, LESSON.states_by_name[step.state].comparison
    run, values = begun(step.state, objective), [DESCENTS[objective].loss(weights(step.state)[1])]
    for _ in range(60):  # ten seconds of play
        run = run.stepped()
        values.append(DESCENTS[objective].loss(run.q))
    assert (np.diff(values) < 0).all(), "the first step, which puts a hump in the place of Q, included"
    if step.kind is StepKind.DO:
        assert is_met(step.goal, LessonState("after", Train(run.q, run.steps).apply(start)), start)


@pytest.mark.parametrize("step", TRAINED, ids=lambda step: step.kind.value)
def test_play_ends_by_itself_where_the_descent_comes_to_rest(step: Step) -> None:
    run = begun(step.state, step.view_options.objective)
    while (foreseen := steps_until_seen(run)) is not None:
        for _ in range(max(1, foreseen // 2)):
            run = run.stepped()
    np.testing.assert_allclose(run.q, rested(step.state, step.view_options.objective).probabilities, atol=1e-3)
    assert run.steps < 10 * 200  # ten seconds at 200 steps a second


def test_forward_leaves_nothing_out() -> None:
    goal = begun("lean", FORWARD)
    while DESCENTS[FORWARD].loss(goal.q) >= 0.71:
        goal = goal.stepped()
    happens = P > 0.05
    assert (weights("lean")[1] / P)[happens].min() < 0.01  # it did leave out
    for q in (goal.q, rested("lean", FORWARD).probabilities):
        assert (q / P)[happens].min() > 0.15
        assert P[VALLEY] < 0.003
        assert q[VALLEY] > 20 * P[VALLEY]  # with one hump the valley is at least as high as the lower side
        assert q[VALLEY] >= min(q[LEFT], q[RIGHT])
    q = rested("lean", FORWARD).probabilities
    np.testing.assert_allclose(q, q[::-1], atol=1e-6)
    assert peaks(np.round(q, 6)) == [VALLEY]  # a hump, not the uniform distribution that it is near
    assert q[VALLEY] > 3 * q[0]


def test_reverse_leaves_out_half_of_p() -> None:
    start, q = weights("lean")[1], rested("lean", REVERSE).probabilities
    assert divergence(q, P) < divergence(start, P)
    assert P[q < 1e-3 * P].sum() == pytest.approx(0.5, abs=0.01)
    assert divergence(P, q) > divergence(P, start) > 2
    assert peaks(q) == [RIGHT]


def test_each_divergence_looks_where_its_first_is() -> None:
    q = weights("one")[1]
    forward, reverse = P * np.log(P / q), q * np.log(q / P)
    assert forward.argmax() == LEFT
    assert forward[LEFT] > divergence(P, q) / 2  # leaving out is costly
    left_out = q < P / 5
    assert left_out[LEFT]
    assert q[left_out].sum() < 0.01  # what Q leaves out weighs next to nothing
    assert reverse[q > P].sum() > 0.9 * divergence(q, P)  # what it claims beyond P is costly


def test_the_best_hump_covers_forward_and_sits_in_reverse() -> None:
    forward, reverse = DESCENTS[FORWARD], DESCENTS[REVERSE]
    covering, seated, across = (
        descent.minimum(*near)[2] for descent, near in ((forward, COVERING), (reverse, SEATED), (reverse, ACROSS))
    )
    for mean, deviation in itertools.product(range(13), (0.4, 0.75, 1, 2, 3, 4, 6, 10, 30)):
        q = hump(P.size, mean, np.log(deviation))
        assert covering <= forward.loss(q)
        assert seated <= reverse.loss(q)
    one = weights("one")[1]
    assert seated < across
    assert reverse.loss(one) < across  # a narrow hump needs less than where the wide one rests
    assert moments(one)[1] < 1


@pytest.mark.parametrize("mean", [2.5, 4, 6, 8.5, 9.5])
def test_reverse_finds_a_mode_only_from_near_it(mean: float) -> None:
    away, peak = min((abs(mean - peak), peak) for peak in (LEFT, RIGHT))
    seated = (SEATED[0] if peak == RIGHT else 12 - SEATED[0], SEATED[1])
    for deviation in (0.75, 1.0):  # narrow, and at most one place from a peak: else it ends across both
        assert DESCENTS[REVERSE].end(mean, deviation) == pytest.approx(seated if away <= 1 else ACROSS, abs=2e-3)
    for deviation in (2.6, 4.0):  # wide
        assert DESCENTS[REVERSE].end(mean, deviation) == pytest.approx(ACROSS, abs=2e-3)


@pytest.mark.parametrize("objective", list(Objective))
def test_with_every_bar_free_both_orders_end_at_p(objective: Objective) -> None:
    parameters = parameters_of(weights("broad")[1], Family.SOFTMAX)
    for _ in range(20_000):
        parameters = one_step(parameters, P, objective, TrainingOptions().softmax_rate)
    np.testing.assert_allclose(parameters.probabilities, P, atol=1e-3)
