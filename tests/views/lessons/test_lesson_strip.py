"""The row below a tab that stands in place of a lesson."""

from dataclasses import replace

import pytest

from klscope.lessons import library
from klscope.lessons.current_step import CurrentStep
from klscope.views.lessons.lesson_strip import LessonStrip


@pytest.fixture
def strip(show) -> LessonStrip:
    return show(LessonStrip(), 464, 40)


def current_step_at(index: int) -> CurrentStep:
    lesson = library.load("05-subtracting-entropy", "en")
    return CurrentStep(lesson, index, frozenset(), {}, lesson.states[0].comparison)


def test_it_says_what_is_asked_for_and_whether_it_was_reached(strip: LessonStrip) -> None:
    asked = current_step_at(2)
    strip.show_step(asked)
    assert strip.words.text() == "<b>○</b> Goal: KL(P‖Q) = 0 ± 0.001; P as it was"
    strip.show_step(replace(asked, ticks=frozenset({2})))
    assert strip.words.text() == "<b>✓</b> Reached: KL(P‖Q) = 0 ± 0.001; P as it was"


def test_of_a_step_without_a_goal_it_says_which_it_is(strip: LessonStrip) -> None:
    strip.show_step(current_step_at(3))
    assert strip.words.text() == "Why · What could have been avoided"
    strip.show_step(None)
    assert strip.words.text() == ""


def test_the_way_back_is_named_for_a_screen_reader(strip: LessonStrip) -> None:
    said = []
    strip.back_wanted.connect(lambda: said.append(True))
    strip.back.click()
    assert said == [True]
    assert strip.back.accessibleName() == "Back to the lesson (Ctrl+L)"
