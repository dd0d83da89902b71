"""Samples are drawn some at a time, or by themselves until stopped or full."""

import pytest

from klscope.controllers.evidence import EvidenceController
from klscope.model.evidence import MOST_SAMPLES, Evidence
from klscope.model.occasions import OWN_WORK, Occasion, ViewSettings


@pytest.fixture
def controller(qapp):  # noqa: ARG001  # timers need it
    made = EvidenceController()
    made.said = []
    made.changed.connect(lambda evidence: made.said.append(evidence.count))
    made.running_changed.connect(made.said.append)
    made.refused.connect(made.said.append)
    yield made
    made.stop()
    made.deleteLater()


def test_samples_are_added_and_cleared(controller):
    controller.add(1)
    controller.add(1_000)
    controller.clear()
    controller.clear()
    assert controller.said == [1, 1_001, 0]
    assert controller.evidence == Evidence()


def test_there_is_an_end(controller):
    controller.add(MOST_SAMPLES - 1)
    controller.add(10)
    controller.add(10)
    controller.toggle()
    assert controller.said == [MOST_SAMPLES - 1, MOST_SAMPLES]
    assert not controller.is_running


def test_running_draws_by_itself_until_stopped(controller, qtbot):
    controller.toggle()
    qtbot.waitUntil(lambda: controller.evidence.count >= 30)
    controller.toggle()
    assert not controller.is_running
    assert controller.said == [True, *range(10, controller.evidence.count + 1, 10), False]


def test_running_stops_where_there_is_no_more_room(controller, qtbot):
    controller.add(MOST_SAMPLES - 5)
    controller.toggle()
    qtbot.waitUntil(lambda: not controller.is_running)
    assert controller.said == [MOST_SAMPLES - 5, True, MOST_SAMPLES, False]


def test_clearing_stops(controller):
    controller.add(5)
    controller.toggle()
    controller.clear()
    assert controller.said == [5, True, False, 0]


def test_another_seed_draws_as_many_anew(controller):
    controller.add(7)
    controller.set_seed(" 42 ")
    assert controller.evidence == Evidence(42, 7)


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", str(2**31), "²", "9" * 5_000])
def test_what_is_no_seed_is_refused_and_nothing_is_lost(controller, text):
    controller.add(7)
    controller.set_seed(text)
    assert controller.said == [7, text]
    assert controller.evidence == Evidence(1, 7)


def test_a_step_of_a_lesson_has_samples_of_its_own(controller):
    controller.set_seed("5")
    controller.add(10)
    step = Occasion(ViewSettings(samples=300, seed=9))
    controller.begin(step)
    assert controller.evidence == Evidence(9, 300)
    controller.add(1)
    controller.begin(step)
    assert controller.evidence == Evidence(9, 301)  # nothing has begun
    controller.begin(Occasion())
    assert controller.evidence == Evidence()
    controller.toggle()
    controller.begin(OWN_WORK)
    assert not controller.is_running
    assert controller.evidence == Evidence(5, 10)
