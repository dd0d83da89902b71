"""Every *do* step: not done where it begins, done by acts of a hand, and what its words say is what comes of it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from bundled import LANGUAGES, LESSONS, file_of, numbers_of
from languages_compared import relabelled
from lesson_hands import Act, Drag, Keys, Training, do
from lesson_ways import DOINGS, Doing

from klscope.lessons.expression_reading import read_expression
from klscope.lessons.expressions import evaluate
from klscope.lessons.goals import is_met
from klscope.lessons.lesson import BarTarget, CommandTarget, Lesson, Step, StepKind
from klscope.lessons.prose import NO_VALUE, filled, plain
from klscope.model.edits import LoadComparison
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store

pytestmark = pytest.mark.usefixtures("qapp")

CASES = [
    pytest.param(language, name, doing, way, id=f"{language}-{name}-{doing.step}-{number}")
    for language in LANGUAGES
    for name in LESSONS
    for doing in DOINGS[name]
    for number, way in enumerate(doing.ways, start=1)
]


def begun(lesson: Lesson, number: int) -> Store:
    """Return a store as a learner has it who comes to this step by Next, having loaded what the steps before load."""
    store = Store(lesson.states[0].comparison)
    names = [step.state for step in lesson.steps[:number] if step.state is not None]
    store.perform(LoadComparison(lesson.states_by_name[names[-1]].comparison))
    return store


def english(lesson_name: str, number: int, expression: str, snapshot: Snapshot, lesson: Lesson) -> float:
    """Evaluate an expression with English labels on a snapshot of any language."""
    labels = begun(file_of("en", lesson_name), number).comparison.labels
    here = dict(zip(labels, snapshot.comparison.labels, strict=True))
    found = relabelled(read_expression(expression), lambda label: here[label])
    return evaluate(found, snapshot, lesson.unit)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LESSONS)
def test_every_do_step_has_ways_declared(language: str, name: str) -> None:
    steps = file_of(language, name).steps
    doing = [number for number, step in enumerate(steps, start=1) if step.kind is StepKind.DO]
    assert doing == [one.step for one in DOINGS[name]]
    assert all(one.falls or one.rises or one.stays for one in DOINGS[name])


@pytest.mark.parametrize(("language", "name", "doing", "way"), CASES)
def test_a_goal_is_unmet_first_and_met_by_a_hand(language: str, name: str, doing: Doing, way: tuple[Act, ...]) -> None:
    lesson = file_of(language, name)
    step = lesson.steps[doing.step - 1]
    assert step.goal is not None
    store = begun(lesson, doing.step)
    start = store.snapshot
    for act in way:
        assert not is_met(step.goal, store.snapshot, start.comparison), f"met before {act}"
        do(store, act)
    assert is_met(step.goal, store.snapshot, start.comparison)

    for expressions, holds in (
        (doing.falls, lambda before, after: after < before),
        (doing.rises, lambda before, after: after > before),
        (doing.stays, lambda before, after: after == pytest.approx(before, rel=1e-9, abs=1e-12)),
    ):
        for expression in expressions:
            before, after = (english(name, doing.step, expression, one, lesson) for one in (start, store.snapshot))
            assert holds(before, after), f"{expression}: {before} → {after}"

    for _ in range(len(way)):
        store.undo()
    assert not is_met(step.goal, store.snapshot, start.comparison)


def said(lesson: Lesson, number: int) -> Iterator[Step]:
    """Yield the step and those after it that go on with what its act left."""
    yield lesson.steps[number - 1]
    for step in lesson.steps[number:]:
        if step.state is not None:
            return
        yield step


@pytest.mark.parametrize(("language", "name", "doing", "way"), CASES)
def test_live_numbers_have_values_after_the_act(language: str, name: str, doing: Doing, way: tuple[Act, ...]) -> None:
    lesson = file_of(language, name)
    store = begun(lesson, doing.step)
    for act in way:
        do(store, act)
    for step in said(lesson, doing.step):
        for one in numbers_of(step):
            if one.state is None:
                assert not math.isnan(evaluate(one.expression, store.snapshot, lesson.unit)), one
        done = () if step.done is None else (step.done,)
        for paragraph in (*step.prose, *done):
            text = plain(filled(paragraph, store.snapshot, lesson.states_by_name, lesson.unit))
            assert NO_VALUE not in text
            assert "−0 " not in text
            assert "nan" not in text


@pytest.mark.parametrize(("language", "name", "doing", "way"), CASES)
def test_what_glows_is_what_the_hand_uses(language: str, name: str, doing: Doing, way: tuple[Act, ...]) -> None:
    lesson = file_of(language, name)
    glow = lesson.steps[doing.step - 1].glow
    labels = begun(lesson, doing.step).comparison.labels
    bars = {(one.side, labels.index(one.label)) for one in glow if isinstance(one, BarTarget)}
    commands = [one.action for one in glow if isinstance(one, CommandTarget)]
    assert glow
    assert commands or all(isinstance(act, Drag | Keys | Training) for act in way)
    moved = {(act.side, act.index) for act in way if isinstance(act, Drag | Keys)}
    assert moved <= bars or "swap" in commands  # who would swap by hand drags a bar of each
