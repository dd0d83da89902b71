"""The controller of lessons: loading of states, goals, and the restored session of the user."""

from pathlib import Path

import pytest
from lesson_texts import with_line

from klscope.controllers.lessons import LessonsController
from klscope.lessons.lesson import StepKind
from klscope.lessons.mistakes import LessonError
from klscope.lessons.progress import Progress
from klscope.model.category_edits import Rename
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, LoadComparison, SetProbability, Swap
from klscope.model.store import Store
from klscope.model.view_options import (
    EvidenceOptions,
    LossCurvesOptions,
    MeasuresOptions,
    TermsOptions,
    TrainingOptions,
)
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective
from klscope.theory.units import Unit

pytestmark = pytest.mark.usefixtures("qapp")
OWN = Comparison.from_weights(("a", "b", "c"), [5, 3, 2], [2, 3, 5])


@pytest.fixture
def store() -> Store:
    return Store(OWN)


@pytest.fixture
def lessons(store: Store) -> LessonsController:
    return LessonsController(store, Progress(), "en")


def load_the_die(store: Store, value: float) -> SetProbability:
    return SetProbability(Side.P, store.comparison.labels.index("six"), value, Gesture.DRAG)


def test_all_twelve_and_the_challenges_are_listed_with_their_ticks(lessons: LessonsController) -> None:
    lessons.progress = Progress().ticked("02-cross-entropy", 0).ticked("02-cross-entropy", 99)
    listed = lessons.lessons()
    assert len(listed) == 13
    assert [one.ticks for one in listed] == [0, 1, *[0] * 11]
    assert {len(one.lesson.steps) for one in listed[:12]} <= {3, 4, 5}
    assert [one.lesson.challenging for one in listed] == [*[False] * 12, True]
    last = listed[12].lesson
    assert (last.name, last.title, len(last.steps)) == ("challenges", "Challenges", 14)


def test_a_lesson_begins_with_its_state_unit_and_view(lessons: LessonsController, store: Store) -> None:
    lessons.open("02-cross-entropy")
    current = lessons.current
    assert current is not None
    assert current.step.kind is StepKind.PREDICT
    assert store.comparison == current.lesson.states_by_name["loaded"].comparison
    assert store.view.unit is Unit.NAT
    assert store.view.mode is ViewMode.CROSS_ENTROPY
    assert store.history.undoable is None


def test_a_state_is_one_step_named_after_where_it_was_loaded(lessons: LessonsController, store: Store) -> None:
    lessons.open("02-cross-entropy")
    lessons.go_on()
    assert store.history.position == 1
    assert store.comparison.labels == ("cat", "dog", "bird")
    assert store.comparison.origin is not None
    assert store.comparison.origin.name == lessons.current.step.title
    assert store.view.selected == (2,)
    assert store.view.active is Side.Q  # what glows is what keys move
    store.undo()
    assert len(store.comparison.labels) == 6


def test_a_goal_is_ticked_the_moment_it_holds_and_the_tick_stays(lessons: LessonsController, store: Store) -> None:
    lessons.open("01-entropy")
    lessons.go_on()
    reached: list[object] = []
    lessons.reached.connect(reached.append)
    store.preview(load_the_die(store, 0.97))
    assert not lessons.current.met
    store.preview(load_the_die(store, 0.99))
    assert lessons.current.met  # the hand still holds it
    assert reached == [store.snapshot]
    store.cancel()
    assert lessons.current.met
    assert lessons.progress.of("01-entropy").ticks == {1}
    lessons.restore()
    assert not lessons.current.met
    assert lessons.current.ticks == {1}


def test_a_goal_is_not_met_by_what_the_hand_held_before_the_step(lessons: LessonsController, store: Store) -> None:
    """Going on in the middle of a drag commits it in the step it belongs to."""
    lessons.open("01-entropy")
    store.preview(load_the_die(store, 0.99))
    lessons.go_on()
    assert not lessons.current.met
    assert lessons.progress.of("01-entropy").ticks == frozenset()
    assert store.comparison == lessons.current.begun


def test_untouched_means_as_the_step_began(lessons: LessonsController, store: Store) -> None:
    lessons.open("04-kl-divergence")
    lessons.go_to(1)
    store.perform(SetProbability(Side.P, 0, 0.25, Gesture.DRAG))
    store.perform(SetProbability(Side.Q, 0, 0.25, Gesture.DRAG))
    assert not lessons.current.met


def test_a_prediction_is_made_once(lessons: LessonsController) -> None:
    lessons.open("01-entropy")
    lessons.predict(0.0)
    lessons.predict(1.0)
    assert lessons.current.answer == 0.0
    assert lessons.current.ticks == {0}
    lessons.go_on()
    lessons.predict(1.0)  # no step to predict in
    assert lessons.current.answer is None
    lessons.go_back()
    assert lessons.current.answer == 0.0
    lessons.restart()
    assert lessons.current.answer is None
    assert lessons.current.ticks == frozenset()


def test_what_is_to_be_read_is_ticked_by_going_on(lessons: LessonsController) -> None:
    lessons.open("01-entropy")
    lessons.go_to(3)
    assert lessons.current.ticks == frozenset()
    lessons.go_on()
    assert lessons.current.ticks == {3}
    lessons.go_on()
    assert lessons.current is None
    assert lessons.progress.of("01-entropy").ticks == {3, 4}


def test_a_step_without_a_state_keeps_what_is_on_screen_and_jumped_to_has_that_of_one_before(
    lessons: LessonsController, store: Store
) -> None:
    lessons.open("04-kl-divergence")
    lessons.go_to(2)
    store.perform(SetProbability(Side.Q, 1, 0.7, Gesture.DRAG))
    shown = store.comparison
    lessons.go_on()
    assert lessons.current.step.state is None
    assert store.comparison is shown
    lessons.go_to(0)
    lessons.go_to(3)
    assert store.comparison == lessons.current.lesson.states_by_name["day"].comparison


def test_every_step_begins_with_its_options_and_own_ones_come_back(lessons: LessonsController, store: Store) -> None:
    store.set_options(TermsOptions(True))
    for options in (LossCurvesOptions(True), MeasuresOptions(0.5), EvidenceOptions(5, 10, coded=True)):
        store.set_options(options)
    own = store.view
    lessons.open("08-never-negative")
    assert store.view == ViewState(unit=store.view.unit, active=store.view.active, selected=store.view.selected)
    lessons.go_to(3)
    store.set_options(TermsOptions(True))  # as the step asks for
    lessons.go_on()
    assert not store.view.terms.with_mass_difference
    lessons.open("09-asymmetry")
    lessons.go_to(2)
    begun = TrainingOptions(Objective.REVERSE, Family.UNIMODAL)
    assert store.view.training == begun
    position = store.history.position
    store.set_options(begun.with_rate(0.2))
    lessons.restore()
    assert store.view.training == begun
    assert store.history.position == position  # how a view is set is no step
    lessons.leave()
    assert store.view == own


def test_a_step_without_a_view_leaves_the_options(lessons: LessonsController, store: Store, tmp_path: Path) -> None:
    text = with_line("view: entropy", "view: evidence\nwith: 300 samples, seed 9")
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    lessons.open_file(tmp_path / "a.md")
    steps = lessons.current.lesson.steps
    place = next(place for place, step in enumerate(steps) if step.view_options is not None)
    lessons.go_to(place)
    assert store.view.evidence == EvidenceOptions(9, 300)
    store.set_options(EvidenceOptions(9, 310))
    follower = next(place for place, step in enumerate(steps) if step.view is None)
    lessons.go_to(follower)
    assert store.view.evidence == EvidenceOptions(9, 310)


def test_nothing_stays_selected_where_another_state_is_loaded(lessons: LessonsController, store: Store) -> None:
    lessons.open("01-entropy")
    lessons.go_on()
    assert store.view.selected == (5,)
    lessons.go_to(4)
    assert store.view.selected == (0,)


def test_ones_own_work_comes_back(lessons: LessonsController, store: Store) -> None:
    store.perform(Swap())
    own = store.snapshot
    lessons.open("01-entropy")
    lessons.go_on()
    store.perform(load_the_die(store, 0.99))
    lessons.open("03-why-the-log")  # from one lesson into another
    assert store.history.undoable is None
    listed: list[object] = []
    lessons.listed.connect(listed.append)
    lessons.leave()
    assert store.snapshot is own
    assert len(listed) == 1
    lessons.leave()
    assert len(listed) == 1


def test_a_lesson_goes_on_where_it_was_left(lessons: LessonsController, store: Store) -> None:
    lessons.open("01-entropy")
    lessons.go_to(3)
    lessons.leave()
    lessons.open("01-entropy")
    assert lessons.current.index == 3
    assert store.comparison == lessons.current.lesson.states_by_name["uneven"].comparison


@pytest.mark.parametrize("act", ["go_on", "go_back", "leave", "restore", "restart"])
def test_where_no_lesson_is_on_nothing_happens(lessons: LessonsController, store: Store, act: str) -> None:
    shown = store.snapshot
    getattr(lessons, act)()
    lessons.go_to(1)
    lessons.predict(0.0)
    assert store.snapshot is shown


def test_other_data_within_a_lesson_do_no_harm(lessons: LessonsController, store: Store) -> None:
    lessons.open("01-entropy")
    lessons.go_on()
    store.perform(LoadComparison(OWN))
    assert not lessons.current.met
    lessons.restore()
    assert store.comparison == lessons.current.begun
    store.perform(Rename(5, "sixth"))
    lessons.go_on()
    assert lessons.current.index == 2


def test_the_language_changes_in_the_middle_of_a_lesson(lessons: LessonsController, store: Store) -> None:
    own = store.snapshot
    lessons.open("01-entropy")
    lessons.go_on()
    english = lessons.current.lesson.title
    lessons.pause()
    assert store.snapshot is own
    lessons.resume("ko")
    assert lessons.current.index == 1
    assert lessons.current.lesson.title != english
    assert store.comparison == lessons.current.begun
    lessons.leave()
    assert store.snapshot is own


def test_a_lesson_of_ones_own(lessons: LessonsController, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "resources/lessons/en/01-entropy.md").read_text(encoding="utf-8")
    path = tmp_path / "01-entropy.md"
    path.write_text(text.replace("# What is entropy?", "# Mine"), encoding="utf-8")
    lessons.open_file(path)
    assert lessons.current.lesson.title == "Mine"
    lessons.predict(1.0)
    assert lessons.progress.of("01-entropy").ticks == frozenset()  # the one that came with the program


def test_a_file_with_mistakes_leaves_all_as_it_is(lessons: LessonsController, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "bad.md"
    path.write_text("# Bad\n\n## do: x\ngoal: P(one >= 3\n", encoding="utf-8")
    shown = store.snapshot
    with pytest.raises(LessonError) as error:
        lessons.open_file(path)
    assert len(error.value.mistakes) > 1
    assert store.snapshot is shown
    challenges = Path(__file__).parents[2] / "resources/lessons/en/challenges.md"
    with pytest.raises(LessonError, match="no steps"):
        lessons.open_file(challenges)
    assert lessons.current is None
