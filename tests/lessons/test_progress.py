"""Progress: ticks stay once earned, until the lesson begins anew."""

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
