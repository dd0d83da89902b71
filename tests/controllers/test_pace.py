"""How many steps are due. Oracle: so many seconds times so many steps a second, by hand."""

import pytest

from klscope.controllers.pace import Pace
from klscope.model.training_run import SPEEDS, USUAL_SPEED


class Time:
    seconds = 50.0

    def __call__(self):
        return self.seconds


@pytest.mark.parametrize("speed", SPEEDS)
def test_one_step_is_due_at_once_and_each_other_after_its_time(speed):
    time = Time()
    pace = Pace(time)
    pace.set_speed(speed)
    pace.start()
    assert [pace.due(9), pace.due(9)] == [1, 0]
    time.seconds += 0.9 / speed
    assert pace.due(9) == 0
    time.seconds += 0.2 / speed
    assert pace.due(9) == 1
    time.seconds += 5.0 / speed
    assert pace.due(9) == 5


def test_more_than_can_be_made_are_given_up():
    time = Time()
    pace = Pace(time)
    pace.start()
    time.seconds += 60.0
    assert [pace.due(9), pace.due(9)] == [9, 0]
    time.seconds += 1.0 / USUAL_SPEED + 1e-9
    assert pace.due(9) == 1
