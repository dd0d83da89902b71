"""What lessons claim in words, not in numbers: that answers marked right are right, and what holds beyond a state."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from bundled import FILES, LESSONS, file_of, numbers_of, text_of
from lesson_hands import Training, do
from lesson_oracle import Pair, exactly, pairs_of, value_of
from mpmath import isinf, log, mpf

from klscope.files.catalogues import LANGUAGES
from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate, labels_in
from klscope.lessons.lesson import StepKind
from klscope.model.comparison import Comparison
from klscope.model.store import Store
from klscope.model.training_edits import Train
from klscope.model.training_run import TrainingRun, TrainingSettings
from klscope.theory.training import Family, Objective
from klscope.theory.units import Unit

pytestmark = pytest.mark.usefixtures("qapp")

# Which answer of a prediction is right, counted from 1, and what makes it so: A of a state < B of another.
ANSWERS = {
    ("01-entropy", 1): (2, (("H(P)", "coin", "H(P)", "die"),)),
    ("02-cross-entropy", 1): (2, (("0", "die", "H(P,Q)", "die"), ("H(P,Q) - H(P)", "die", "1e-30", "die"))),
    ("03-why-the-log", 1): (3, (("20", "sure", "log(1/10) / log(9/10)", "sure"),)),
    ("04-kl-divergence", 1): (2, (("KL", "day", "H(P,Q)", "day"),)),
    ("06-the-exam", 1): (1, (("KL", "hard_guess", "KL", "easy_guess"),)),
    ("07-the-difference", 1): (2, (("KL", "eight", "KL", "label"), ("H(P,Q)", "label", "H(P,Q)", "eight"))),
    ("08-never-negative", 1): (2, (("term(cloudy)", "day", "0", "day"), ("0", "day", "KL", "day"))),
    ("09-asymmetry", 1): (1, (("KL", "wide", "KL", "one"), ("KL(Q,P)", "one", "KL(Q,P)", "wide"))),
    ("10-infinity-and-zero", 1): (3, (("KL", "near", "1/100", "near"), ("log n", "zero", "KL", "zero"))),
    ("12-evidence", 1): (3, (("300", "coin", "log(1000) / KL", "coin"),)),
}

# What else is said of states: likewise A < B.
ORDERS = (
    ("05-subtracting-entropy", "KL", "swapped", "KL", "even"),  # the hard coin cost more
    ("05-subtracting-entropy", "KL", "near_even", "KL", "near_likely"),
    ("05-subtracting-entropy", "KL", "near_likely", "KL", "near_sure"),  # by small equal slips the easy one pays more
    ("06-the-exam", "KL", "easy_guess", "log n", "easy_guess"),  # doubt costs at most log n …
    ("06-the-exam", "log n", "hard_wrong", "KL", "hard_wrong"),  # … and confidence more
    ("06-the-exam", "KL", "easy_right", "KL", "hard_right"),  # sure and right: dear only where it is not justified
    ("10-infinity-and-zero", "KL", "tiny", "KL", "tinier"),  # an epsilon decides the answer
    ("11-units-and-codes", "H(Q,P)", "words", "H(P,Q)", "words"),  # she pays less than he
)


def value(name: str, expression: str, state: str) -> mpf:
    lesson = file_of("en", name)
    return value_of(read_expression(expression), pairs_of(text_of("en", name))[state], lesson.unit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prediction_with_answers_is_in_the_table(language: str) -> None:
    asked = [
        (name, number)
        for name in LESSONS
        for number, step in enumerate(file_of(language, name).steps, start=1)
        if step.options
    ]
    assert asked == list(ANSWERS)


@pytest.mark.parametrize(("name", "number"), ANSWERS)
def test_the_right_answer_is_right(name: str, number: int) -> None:
    right, facts = ANSWERS[name, number]
    for language in LANGUAGES:
        options = file_of(language, name).steps[number - 1].options
        assert [place for place, option in enumerate(options, start=1) if option.right] == [right]
    for less, its_state, more, other_state in facts:
        assert value(name, less, its_state) < value(name, more, other_state)


@pytest.mark.parametrize(("name", "less", "its_state", "more", "other_state"), ORDERS)
def test_what_is_said_of_states_is_so(name: str, less: str, its_state: str, more: str, other_state: str) -> None:
    assert value(name, less, its_state) < value(name, more, other_state)


GRID = [mpf(step) / 200 for step in range(1, 200)]
NEAREST = 1e-9  # digits are a setting of the whole process, and other tests choose others


@pytest.mark.parametrize("p", [mpf("0.1"), mpf("0.4"), mpf("0.55"), mpf("0.7")])
def test_the_log_loss_is_least_at_p_and_the_linear_one_at_an_edge(p: mpf) -> None:
    def losses(q: mpf) -> tuple[mpf, mpf]:
        pair = Pair(("right", "wrong"), (p, 1 - p), (q, 1 - q))
        linear = "1 - P(right) * Q(right) - P(wrong) * Q(wrong)"
        return tuple(value_of(read_expression(one), pair, Unit.NAT) for one in ("H(P,Q)", linear))

    assert abs(min(GRID, key=lambda q: losses(q)[0]) - p) < NEAREST
    assert min(GRID, key=lambda q: losses(q)[1]) in (GRID[0], GRID[-1])


def test_bounded_is_no_fault_since_the_score_of_brier_is_least_at_p() -> None:
    p = mpf("0.7")
    assert abs(min(GRID, key=lambda q: p * (1 - q) ** 2 + (1 - p) * q**2) - p) < NEAREST


def test_doubt_never_costs_more_than_log_n_and_no_kl_is_negative() -> None:
    draws = np.random.default_rng(5).dirichlet([0.3] * 4, size=(40, 2))
    for p, q in draws:
        labels = "abcd"
        doubt = value_of(read_expression("KL"), exactly(labels, p, [0.25] * 4), Unit.NAT)
        assert doubt <= log(4)
        assert value_of(read_expression("KL"), exactly(labels, p, q), Unit.NAT) > -(mpf(10) ** -14)  # rounded sums


def test_a_sure_label_makes_the_two_losses_rank_one_case_alike() -> None:
    costs = [(-log(q), 1 - q) for q in GRID]
    assert all((a[0] < b[0]) == (a[1] < b[1]) for a, b in itertools.combinations(costs, 2))


def test_how_the_leak_is_split_changes_neither_and_the_reverse_is_infinite_both_times() -> None:
    for expression in ("KL", "H(P,Q)"):
        one, other = (value("04-kl-divergence", expression, state) for state in ("leak", "split"))
        assert abs(one - other) < mpf(10) ** -40
    assert all(isinf(value("04-kl-divergence", "KL(Q,P)", state)) for state in ("leak", "split"))


def _trained(state: str, objective: Objective, family: Family, steps: int, rate: float) -> Comparison:
    comparison = file_of("en", "09-asymmetry").states_by_name[state].comparison
    run = TrainingRun.of(comparison, TrainingSettings(objective, family, rate))
    for _ in range(steps):
        if not run.can_step:
            break
        run = run.stepped()
    return Train(run.q, run.steps).apply(comparison)


def test_one_hump_covers_forward_and_stays_wide_in_reverse_where_it_was_wide() -> None:
    store = Store(file_of("en", "09-asymmetry").states_by_name["one"].comparison)
    narrow = store.comparison.q.probabilities
    do(store, Training(Objective.FORWARD, 600))
    covering = store.comparison.q.probabilities
    assert covering[2] > 50 * narrow[2]  # the left hump
    assert covering[5] > 20 * narrow[5]  # and the valley
    wide = _trained("wide", Objective.REVERSE, Family.ONE_HUMP, 3000, 0.1).q.probabilities
    assert wide[2] == pytest.approx(wide[8], rel=1e-3)
    assert wide[2] > 0.02


@pytest.mark.parametrize("objective", list(Objective))
def test_with_every_bar_free_both_orders_end_at_p(objective: Objective) -> None:
    after = _trained("wide", objective, Family.SOFTMAX, 20_000, 1.0)
    np.testing.assert_allclose(after.q.probabilities, after.p.probabilities, atol=1e-3)


@pytest.mark.parametrize(("language", "name"), FILES)
def test_what_is_to_be_guessed_does_not_stand_on_screen(language: str, name: str) -> None:
    lesson, on_screen = file_of(language, name), None
    for step in lesson.steps:
        on_screen = step.state or on_screen
        if step.guess is not None:
            shown, asked = (
                evaluate(step.guess.expression, lesson.states_by_name[state], lesson.unit)
                for state in (on_screen, step.guess.state)
            )
            assert abs(shown - asked) > (step.guess.highest - step.guess.lowest) / 20, step.title


@pytest.mark.parametrize(("language", "name"), FILES)
def test_what_explains_single_bars_loads_the_state_with_these_bars(language: str, name: str) -> None:
    # else it would tell of what nobody has made who came here at once
    for step in file_of(language, name).steps:
        if step.kind in (StepKind.WHY, StepKind.CAREFUL) and any(
            one.state is None and labels_in(one.expression) for one in numbers_of(step)
        ):
            assert step.state is not None, step.title
