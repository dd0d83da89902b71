"""The document of a window: what modifies it, and what its file does to it. Oracle: the states that were written."""

import pytest

from klscope.controllers.document import DocumentController, read
from klscope.files.documents.document_file import read_document
from klscope.files.regular_files import FileError
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import SetLock, SetProbability
from klscope.model.properties import Properties
from klscope.model.saved_session import SavedSession
from klscope.model.store import Store
from klscope.model.view_state import ViewState
from klscope.theory.units import Unit

WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain"), [2, 1, 1], [1, 2, 1], "weather")
OWN = Comparison.from_weights(("a", "b"), [1, 1], [1, 3], "own.csv")


@pytest.fixture
def store():
    return Store(WEATHER)


@pytest.fixture
def session(store):
    return SavedSession(store.exchange)


@pytest.fixture
def controller(store, session):
    return DocumentController(store, lambda: session)


@pytest.fixture
def told(controller):
    told = []
    controller.changed.connect(lambda: told.append((controller.path, controller.is_modified)))
    return told


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "a.klscope")


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.perform(SetProbability(Side.Q, 0, 0.9)),
        lambda store: store.perform(SetLock(Side.P, (0,), True)),
        lambda store: store.set_pins(store.snapshot.pins.add(WEATHER)),
        lambda store: store.set_properties(Properties("A title")),
        lambda store: store.set_properties(Properties(notes="Notes")),
    ],
)
def test_data_locks_pins_title_and_notes_modify_it_until_they_are_saved(store, controller, told, path, change):
    controller.write(path)
    assert told == [(path, False)]
    assert not controller.is_modified
    change(store)
    assert controller.is_modified
    controller.write(path)
    assert not controller.is_modified
    assert [modified for _, modified in told][-2:] == [True, False]
    assert not read_document(path).differs_from(controller.document)


def test_undo_to_what_was_saved_ends_the_modification(store, controller, path):
    controller.write(path)
    store.perform(SetProbability(Side.Q, 0, 0.9))
    store.undo()
    assert not controller.is_modified


def test_how_it_is_looked_at_is_saved_and_modifies_nothing(store, controller, told, path):
    store.set_unit(Unit.NAT)
    store.select((2,))
    assert not controller.is_modified
    assert told == []
    controller.write(path)
    assert read_document(path).view == ViewState(unit=Unit.NAT, selected=(2,))


def test_a_gesture_that_is_not_released_is_no_change(store, controller, told):
    store.preview(SetProbability(Side.Q, 0, 0.7))
    assert not controller.is_modified
    assert controller.document.comparison == WEATHER
    store.commit()
    assert controller.is_modified
    assert told == [("", True)]


def test_only_an_untitled_example_without_steps_is_untouched(store, controller, path):
    assert controller.is_untouched
    store.perform(SetProbability(Side.Q, 0, 0.9))
    assert not controller.is_untouched
    store.undo()
    assert not controller.is_untouched  # redo would be lost
    assert not DocumentController(Store(OWN), lambda: None).is_untouched
    other = DocumentController(Store(WEATHER), lambda: None)
    other.write(path)
    assert not other.is_untouched


def test_opening_shows_the_file_without_steps(store, controller, path):
    DocumentController(Store(OWN), lambda: None).write(path)
    store.perform(SetProbability(Side.Q, 0, 0.9))
    document, content = read(path)
    controller.take(document, path, None, content)
    assert store.comparison == OWN
    assert store.comparison.origin.name == "own.csv"
    assert store.history.steps == ()
    assert (controller.path, controller.is_modified) == (path, False)


@pytest.mark.parametrize("content", [None, b"{", b'{"format": "klscope document", "version": 99}'])
def test_a_file_that_cannot_be_opened_changes_nothing(store, controller, tmp_path, content):
    path = tmp_path / "b.klscope"
    if content is not None:
        path.write_bytes(content)
    before = store.snapshot
    with pytest.raises(FileError):
        read(str(path))
    assert store.snapshot is before
    assert controller.path == ""


def test_a_failed_save_changes_nothing(store, controller, path, tmp_path):
    controller.write(path)
    store.perform(SetProbability(Side.Q, 0, 0.9))
    with pytest.raises(FileError):
        controller.write(str(tmp_path / "missing" / "a.klscope"))
    assert (controller.path, controller.is_modified) == (path, True)
    assert read_document(path).comparison == WEATHER


def test_a_file_that_another_program_has_changed_is_noticed(controller, path, tmp_path):
    controller.write(path)
    assert not controller.file_was_changed()
    other = DocumentController(Store(OWN), lambda: None)
    other.write(path)
    assert controller.file_was_changed()
    assert not other.file_was_changed()
    (tmp_path / "a.klscope").unlink()
    assert not controller.file_was_changed()  # nothing would be overwritten


def test_reverting_is_one_step_of_the_data(store, controller, path):
    controller.write(path)
    store.perform(SetProbability(Side.Q, 0, 0.9))
    changed = store.comparison
    assert controller.only_data_differ
    store.set_properties(Properties("A title"))
    assert not controller.only_data_differ
    controller.revert(*read(path))
    assert (store.comparison, store.snapshot.properties) == (WEATHER, Properties())
    assert not controller.is_modified
    store.undo()
    assert store.comparison == changed


def test_during_a_lesson_the_document_is_the_users_own(store, controller, session, path):
    store.perform(SetProbability(Side.Q, 0, 0.9))
    own = store.comparison
    session.enter(OWN, ViewState())
    assert controller.document.comparison == own
    store.perform(SetProbability(Side.Q, 0, 0.2))
    assert controller.document.comparison == own
    controller.set_properties(Properties("A title"))
    controller.write(path)
    assert not controller.is_modified
    session.leave()
    assert store.snapshot.properties == Properties("A title")
    assert not controller.is_modified
    assert read_document(path).comparison == own


def test_other_names_in_another_language_are_no_change(store, controller, path):
    controller.write(path)
    korean, english = {"sunny": "맑음"}, {"맑음": "sunny"}
    controller.relabel(store.relabel({"weather": korean}, {}))
    assert not controller.is_modified
    store.perform(SetProbability(Side.Q, 0, 0.9))
    controller.relabel(store.relabel({"weather": english}, {}))
    assert controller.is_modified
    store.undo()
    assert not controller.is_modified


def test_a_save_that_changes_only_the_view_is_told_for_its_digest(store, controller, told, path):
    controller.write(path)
    store.set_unit(Unit.NAT)
    before = controller.digest
    controller.write(path)
    assert controller.digest != before
    assert len(told) == 2
