"""What lessons claim in words, not in numbers: that answers marked right are right, and what holds beyond a state."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from bundled import FILES, LANGUAGES, LESSONS, file_of, numbers_of, text_of
from lesson_oracle import Pair, exactly, pairs_of, value_of
from mpmath import diff, isinf, log, mp, mpf

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate, labels_in
from klscope.lessons.lesson import StepKind
from klscope.model.views import ViewMode
from klscope.theory import sampling
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
    ("12-evidence", 1): (3, (("140", "coin", "log(1000) / KL", "coin"), ("log(1000) / KL", "coin", "160", "coin"))),
}

# What else is said of states: likewise A < B.
ORDERS = (
    ("01-entropy", "H(P)", "fair", "H(P)", "die"),  # a die is harder to predict than a coin
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


def brier(q: Sequence[mpf], happened: int) -> mpf:
    return sum((int(place == happened) - share) ** 2 for place, share in enumerate(q))


def test_bounded_is_not_dishonest_since_the_score_of_brier_is_least_at_p() -> None:
    p = mpf("0.7")
    assert abs(min(GRID, key=lambda q: p * brier((q, 1 - q), 0) + (1 - p) * brier((q, 1 - q), 1)) - p) < NEAREST


def test_where_the_model_is_most_wrong_a_bounded_loss_hardly_pushes() -> None:
    def slope(loss: Callable[[mpf], mpf], q: mpf) -> float:
        return float(-diff(lambda logit: loss(1 / (1 + mp.exp(-logit))), log(q / (1 - q))))

    losses = (lambda q: -log(q), lambda q: brier((q, 1 - q), 0), lambda q: 1 - q)
    written = ("1 - Q(yes)", "4 * (1 - Q(yes)) * (1 - Q(yes)) * Q(yes)", "Q(yes) * (1 - Q(yes))")
    for loss, expression in zip(losses, written, strict=True):
        assert slope(loss, mpf("0.01")) == pytest.approx(float(value("03-why-the-log", expression, "hopeless")))
    for q in (mpf("0.01"), mpf("0.001"), mpf("0.0001")):
        of_log, *of_bounded = (slope(loss, q) for loss in losses)
        assert of_log > 0.98
        assert max(of_bounded) < 4.1 * q


def test_the_log_uses_only_the_probability_of_what_happened_and_brier_does_not() -> None:
    # of all proper scores for three outcomes or more it is the only one (Bernardo 1979, theorem 2)
    evenly, unevenly = (mpf("0.5"), mpf("0.25"), mpf("0.25")), (mpf("0.5"), mpf("0.5"), mpf(0))
    assert brier(evenly, 0) < brier(unevenly, 0)
    sure = (mpf(1), mpf(0), mpf(0))
    for q in (evenly, unevenly):
        assert value_of(read_expression("H(P,Q)"), Pair(tuple("abc"), sure, q), Unit.BIT) == 1


def test_doubt_never_costs_more_than_log_n_and_no_kl_is_negative() -> None:
    draws = np.random.default_rng(5).dirichlet([0.3] * 4, size=(40, 2))
    for p, q in draws:
        labels = "abcd"
        doubt = value_of(read_expression("KL"), exactly(labels, p, [0.25] * 4), Unit.NAT)
        assert doubt <= log(4)
        assert value_of(read_expression("KL"), exactly(labels, p, q), Unit.NAT) > -(mpf(10) ** -14)  # rounded sums


def test_being_surer_costs_without_limit_and_being_less_sure_costs_too() -> None:
    easy = pairs_of(text_of("en", "06-the-exam"))["easy_guess"].p
    for digits in (1, 10, 100, 1000):
        tiny = mpf(10) ** -digits
        surer = Pair(tuple("ABCD"), easy, (1 - 3 * tiny, tiny, tiny, tiny))
        assert value_of(read_expression("KL"), surer, Unit.NAT) > digits / 10
    assert 0 < value("06-the-exam", "KL", "easy_guess") < value("06-the-exam", "log n", "easy_guess")


def test_die_and_coin_are_equally_near_to_their_ceilings_only() -> None:
    die, coin = (value("01-entropy", "H(P) / log n", state) for state in ("die", "fair"))
    assert abs(die - 1) < NEAREST
    assert abs(coin - 1) < NEAREST


def test_on_the_same_data_cross_entropy_ranks_models_as_kl_does() -> None:
    p, *models = np.random.default_rng(7).dirichlet([0.5] * 5, size=9)
    ranked = [
        sorted(
            range(len(models)),
            key=lambda place: value_of(read_expression(measure), exactly("abcde", p, models[place]), Unit.NAT),
        )
        for measure in ("KL", "H(P,Q)")
    ]
    assert ranked[0] == ranked[1]


def test_a_detour_by_the_average_is_shorter() -> None:
    pairs = pairs_of(text_of("en", "08-never-negative"))
    average = [(a + b) / 2 for a, b in zip(pairs["day"].p, pairs["day"].q, strict=True)]
    assert pairs["there"].p == pairs["day"].p
    assert pairs["onward"].q == pairs["day"].q
    for leg in (pairs["there"].q, pairs["onward"].p):
        assert max(abs(a - b) for a, b in zip(leg, average, strict=True)) < NEAREST
    detour = sum(value("08-never-negative", "KL", state) for state in ("there", "onward"))
    assert float(detour) == pytest.approx(0.207472, abs=1e-6)
    assert detour < value("08-never-negative", "KL", "day") / 2


@pytest.mark.parametrize("name", LESSONS)
def test_a_mean_that_is_to_settle_is_a_mean_of_more_than_one_value(name: str) -> None:
    # else the law of large numbers would be shown by a flat line
    on_screen = None
    for step in file_of("en", name).steps:
        on_screen = step.state or on_screen
        if step.view is ViewMode.EVIDENCE:
            pair = pairs_of(text_of("en", name))[on_screen]
            drawn = [(q, p / q) for p, q in zip(pair.p, pair.q, strict=True) if p > 0]
            for values in zip(*drawn, strict=True):
                assert max(values) - min(values) > 0.05


def test_in_the_careful_step_the_first_hundred_tosses_speak_for_the_wrong_side() -> None:
    careful = file_of("en", "12-evidence").steps[-1]
    pair = pairs_of(text_of("en", "12-evidence"))[careful.state]
    heads, tails = (float(log(p / q)) for p, q in zip(pair.p, pair.q, strict=True))
    drawn = sampling.uniforms(careful.view_options.seed, careful.view_options.samples) < float(pair.p[0])
    evidence = np.cumsum(np.where(drawn, heads, tails))
    assert (evidence[:100] < 0).all()
    assert evidence[-1] > 0


def test_a_sure_label_makes_the_two_losses_rank_one_case_alike() -> None:
    costs = [(-log(q), 1 - q) for q in GRID]
    assert all((a[0] < b[0]) == (a[1] < b[1]) for a, b in itertools.combinations(costs, 2))


def test_how_the_leak_is_split_changes_neither_and_the_reverse_is_infinite_both_times() -> None:
    for expression in ("KL", "H(P,Q)"):
        one, other = (value("04-kl-divergence", expression, state) for state in ("leak", "split"))
        assert abs(one - other) < mpf(10) ** -40
    assert all(isinf(value("04-kl-divergence", "KL(Q,P)", state)) for state in ("leak", "split"))


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
