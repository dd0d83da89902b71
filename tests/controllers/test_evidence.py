"""Samples are drawn some at a time, or by themselves until stopped or full."""

from dataclasses import replace

import pytest
from weather_pair import WEATHER

from klscope.controllers.evidence import EvidenceController
from klscope.model.evidence import MOST_SAMPLES
from klscope.model.store import Store
from klscope.model.view_options import EvidenceOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode


@pytest.fixture
def store(qapp):  # noqa: ARG001  # timers need it
    return Store(WEATHER, ViewState(mode=ViewMode.EVIDENCE))


@pytest.fixture
def controller(store):
    made = EvidenceController(store)
    made.said = []
    store.changed.connect(lambda snapshot: made.said.append(snapshot.view.evidence.samples))
    made.running_changed.connect(made.said.append)
    made.refused.connect(made.said.append)
    yield made
    made.stop()
    made.deleteLater()


def test_samples_are_added_and_cleared(controller, store):
    controller.add(1)
    controller.add(1_000)
    controller.clear()
    controller.clear()
    assert controller.said == [1, 1_001, 0]
    assert store.view.evidence == EvidenceOptions()


def test_there_is_an_end(controller):
    controller.add(MOST_SAMPLES - 1)
    controller.add(10)
    controller.add(10)
    controller.toggle()
    assert controller.said == [MOST_SAMPLES - 1, MOST_SAMPLES]
    assert not controller.is_running


def test_running_draws_by_itself_until_stopped(controller, qtbot, store):
    controller.toggle()
    qtbot.waitUntil(lambda: store.view.evidence.samples >= 30)
    controller.toggle()
    assert not controller.is_running
    assert controller.said == [True, *range(10, store.view.evidence.samples + 1, 10), False]


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


def test_another_seed_draws_as_many_anew(controller, store):
    controller.add(7)
    controller.set_seed(" 42 ")
    assert store.view.evidence == EvidenceOptions(42, 7)


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", str(2**31), "²", "9" * 5_000])
def test_what_is_no_seed_is_refused_and_nothing_is_lost(controller, text, store):
    controller.add(7)
    controller.set_seed(text)
    assert controller.said == [7, text]
    assert store.view.evidence == EvidenceOptions(1, 7)


def test_samples_that_somebody_else_puts_in_their_place_end_running(controller, store):
    controller.add(10)
    controller.toggle()
    store.set_options(replace(store.view.evidence, coded=True))
    assert controller.is_running
    store.set_options(EvidenceOptions(9, 300))
    assert not controller.is_running


def test_running_ends_where_the_view_is_left(controller, store):
    controller.toggle()
    store.set_mode(ViewMode.ENTROPY)
    assert not controller.is_running
    assert store.view.evidence == EvidenceOptions()
