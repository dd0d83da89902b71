"""Progress: ticks stay once earned, and what is remembered comes back; of anything else, what can be understood."""

import pytest

from klscope.lessons.progress import NONE_YET, LessonProgress, Progress


def test_ticks_stay_while_steps_go_by() -> None:
    progress = Progress().ticked("01-entropy", 1).seen("01-entropy", 3).ticked("01-entropy", 1).ticked("02-other", 0)
    assert progress.of("01-entropy") == LessonProgress(frozenset({1}), 3)
    assert progress.of("02-other") == LessonProgress(frozenset({0}), 0)
    assert progress.of("03-none") is NONE_YET


def test_a_restart_forgets_one_lesson_only() -> None:
    progress = Progress().ticked("a", 1).ticked("b", 2).restarted("a")
    assert progress.of("a") is NONE_YET
    assert progress.of("b").ticks == {2}


def test_it_is_remembered_as_text() -> None:
    progress = Progress().ticked("own/수업; = 1", 4).ticked("own/수업; = 1", 0).seen("b", 2)
    assert Progress.from_text(progress.to_text()) == progress


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "3", "null", '{"a": 3}', '{"a": []}', '{"a": [-1]}', '{"a": [0, "x"]}', '{"a": [true]}'],
)
def test_what_is_no_progress_is_none(text: str) -> None:
    assert Progress.from_text(text) == Progress()


def test_what_can_be_understood_is_kept() -> None:
    assert Progress.from_text('{"a": [0, "x"], "b": [1, 0, 2]}').of("b") == LessonProgress(frozenset({0, 2}), 1)
