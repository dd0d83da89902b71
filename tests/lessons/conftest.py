"""Fixtures of the tests of lessons: a snapshot of *weather*, shown in hartleys."""

import pytest
from lesson_texts import WEATHER

from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState
from klscope.theory.units import Unit


@pytest.fixture
def snapshot() -> Snapshot:
    return Snapshot.of(WEATHER.comparison, ViewState(unit=Unit.HARTLEY), History(WEATHER.comparison))
