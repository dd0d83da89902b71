"""Challenges as steps, and what their gauges read. Oracle: arithmetic by hand."""

import math

import pytest
from bundled import LANGUAGES

from klscope.lessons.challenging import GaugeReading, read_gauge
from klscope.lessons.lesson import StepKind
from klscope.lessons.library import CHALLENGES, load
from klscope.lessons.progress import Progress
from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_challenge_is_a_step_with_all_it_has(language: str) -> None:
    lesson = load(CHALLENGES, language)
    assert lesson.challenging
    assert len(lesson.steps) == 14
    for step in lesson.steps:
        assert step.kind is StepKind.DO
        assert None not in (step.state, step.goal, step.gauge)
        assert step.prose


@pytest.mark.parametrize(
    ("start", "now", "target", "share"),
    [(1.0, 0.75, 0.0, 0.25), (0.5, 0.5, 2.0, 0.0), (0.5, 2.0, 2.0, 1.0), (1.0, 2.0, 0.0, -1.0)],
)
def test_the_share_of_the_way(start: float, now: float, target: float, share: float) -> None:
    assert GaugeReading(start, now, target).share == share


def test_beyond_all_bounds_and_without_a_way() -> None:
    assert GaugeReading(0.5, math.inf, 2.0).share == math.inf
    assert GaugeReading(0.5, math.inf, 0.1).share == -math.inf
    assert math.isnan(GaugeReading(1.0, 1.0, 1.0).share)
    assert math.isnan(GaugeReading(math.inf, 1.0, 0.0).share)
    assert math.isnan(GaugeReading(1.0, math.nan, 0.0).share)


def test_a_gauge_reads_in_the_unit_of_the_challenges() -> None:
    lesson = load(CHALLENGES, "en")
    gauge = lesson.steps[1].gauge
    assert gauge is not None
    comparison = Comparison.from_weights(("a", "b"), [1, 1], [1, 1])
    now = Snapshot.of(comparison, ViewState(), History(comparison))
    reading = read_gauge(gauge, lesson.states_by_name["die"], now, lesson.unit)
    assert (reading.start, reading.now, reading.target) == (pytest.approx(math.log2(6)), pytest.approx(1.0), 1.0)


def test_the_fewest_moves_stay_and_are_ticked() -> None:
    progress = Progress().solved("challenges", 2, 7).solved("challenges", 2, 9).solved("challenges", 0, 3)
    assert dict(progress.of("challenges").best) == {2: 7, 0: 3}
    assert progress.of("challenges").ticks == {0, 2}
