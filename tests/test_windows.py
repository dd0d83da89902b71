"""Several windows: what they share and what they do not, and the end of one and of all. Oracle: by hand."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from klscope.connections import presenting, sizes
from klscope.files.documents.document_file import write_document
from klscope.model.comparison import Comparison, Side
from klscope.model.document import Document
from klscope.model.edits import SetProbability, Swap
from klscope.model.view_state import ViewState
from klscope.remembering import Asked
from klscope.theory.units import Unit
from klscope.views import magnification
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.views.words import language
from klscope.windows import Windows

OWN = Comparison.from_weights(("가", "나", "다"), [3, 2, 1], [1, 2, 3], "own.csv")


@pytest.fixture
def windows(qtbot, set_language, monkeypatch):  # noqa: ARG001  # a program that runs
    set_language("en")
    monkeypatch.setattr(sizes, "room_on_screen", lambda window: QSize(3840, 2160))  # noqa: ARG005
    made = Windows(Preferences(), ThemeChoice.LIGHT)
    yield made
    made.is_ending = True
    for explorer in made.explorers[:]:
        explorer.window.close()
    settle()
    magnification.magnify(1.0)


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "own.klscope"
    write_document(Document(OWN), str(path))
    return str(path)


def settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def opened(windows, count=2):
    found = [windows.open_window() for _ in range(count)]
    for explorer in found:
        explorer.window.show()
    return found


def change(explorer) -> None:
    explorer.store.perform(SetProbability(Side.Q, 0, 0.9))


def choose(group, value) -> None:
    next(action for action in group.actions() if action.data() == value).trigger()


def test_unit_and_data_belong_to_a_window(windows):
    one, other = opened(windows)
    one.store.set_unit(Unit.NAT)
    change(one)
    assert other.store.view.unit is Unit.BIT
    assert other.store.history.position == 0


def test_theme_size_and_language_belong_to_all_windows(windows):
    one, other = opened(windows)
    choose(one.window.actions_by_name.themes, ThemeChoice.DARK)
    assert other.theme_choice is ThemeChoice.DARK
    assert other.window.theme == one.window.theme
    one.sizes.choose(1.25)
    assert other.sizes.chosen == 1.25
    assert other.window.p_chart.magnification == one.window.p_chart.magnification == 1.25
    heights = [explorer.window.readouts.sizeHint().height() for explorer in (one, other)]
    assert heights[0] == heights[1]
    choose(one.window.actions_by_name.languages, "ko")
    assert language.code() == "ko"
    assert other.store.comparison.labels == one.store.comparison.labels
    assert other.store.comparison.labels[0] != "sunny"
    third = windows.open_window()
    assert third.theme_choice is ThemeChoice.DARK
    assert third.window.p_chart.magnification == 1.25
    assert third.window.readouts.sizeHint().height() == heights[0]
    assert third.store.comparison.labels == one.store.comparison.labels
    choose(third.window.actions_by_name.languages, "en")
    assert one.store.comparison.labels[0] == other.store.comparison.labels[0] == "sunny"
    third.sizes.choose(1.0)
    assert one.window.p_chart.magnification == 1.0


def test_a_document_opens_here_only_where_nothing_is_lost(windows, saved):
    (one,) = opened(windows, 1)
    one.documents.open_path(saved)
    assert one.store.comparison == OWN
    assert len(windows.explorers) == 1
    change(one)
    one.documents.new()
    assert len(windows.explorers) == 2
    assert one.store.comparison != OWN
    other = windows.explorers[1]
    assert other.window.isVisible()
    assert other.documents.controller.is_untouched
    other.documents.open_path(saved)  # already open: shown, not opened again
    assert other.documents.controller.is_untouched


def test_a_file_that_is_open_is_not_opened_again(windows, saved):
    one, _ = opened(windows)
    one.documents.open_path(saved)
    windows.open_files([saved])
    assert [explorer.documents.controller.path for explorer in windows.explorers] == [saved, ""]


def test_files_open_in_an_untouched_window_else_in_another(windows, saved, tmp_path, qtbot):
    (one,) = opened(windows, 1)
    windows.open_files([saved])
    assert len(windows.explorers) == 1
    for name, numbers in (("p.csv", "1\n3\n"), ("q.csv", "1\n1\n")):
        (tmp_path / name).write_text(numbers)
    windows.open_files([str(tmp_path / "p.csv"), str(tmp_path / "q.csv")])
    assert len(windows.explorers) == 2
    qtbot.waitUntil(lambda: windows.explorers[1].store.history.position == 1)
    assert windows.explorers[1].store.comparison.p.probabilities.tolist() == [0.25, 0.75]
    assert one.store.comparison == OWN


def test_quit_closes_all_and_stops_at_one_that_asks(windows, saved):
    one, other, last = opened(windows, 3)
    other.documents.open_path(saved)
    change(other)
    one.quit()
    settle()
    assert windows.explorers == [one, other]
    box = other.window.findChild(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    settle()
    last_one = windows.open_window()
    last_one.window.show()
    last_one.window.close()  # the others stay
    settle()
    assert windows.explorers == [one, other]
    one.quit()
    next(box for box in other.window.findChildren(QMessageBox) if box.isVisible()).findChild(
        QPushButton, "discardChanges"
    ).click()
    settle()
    settle()
    assert windows.explorers == []
    assert last not in windows.explorers


def questions(explorer):
    return [box for box in explorer.window.findChildren(QMessageBox) if box.isVisible()]


def test_quit_asks_once_and_is_over_when_the_window_stays(windows, saved):
    one, other, last = opened(windows, 3)
    one.documents.open_path(saved)
    change(one)
    last.quit()  # the others close in the same loop
    settle()
    assert windows.explorers == [one]
    assert len(questions(one)) == 1
    write_document(Document(OWN, ViewState(unit=Unit.NAT)), saved)  # by another program
    questions(one)[0].findChild(QPushButton, "saveChanges").click()
    settle()
    assert len(questions(one)) == 1
    questions(one)[0].findChild(QPushButton, "reloadFile").click()
    settle()
    another = windows.open_window()
    another.window.show()
    another.window.close()
    settle()
    assert windows.explorers == [one]  # and is not asked again
    assert questions(one) == []
    assert other is not last


def test_a_window_with_a_dialog_gets_no_file(windows, saved):
    (one,) = opened(windows, 1)
    one.documents.show_properties()
    windows.open_files([saved])
    assert [explorer.documents.controller.path for explorer in windows.explorers] == ["", saved]
    for dialog in one.window.findChildren(QDialog):
        dialog.close()


def test_one_window_presents_at_a_time(windows, monkeypatch):
    monkeypatch.setattr(presenting, "factor_for", lambda window: 2.0)  # noqa: ARG005
    one, other = opened(windows)
    one.window.actions_by_name["present"].trigger()
    other.window.actions_by_name["present"].trigger()
    assert not one.window.actions_by_name["present"].isChecked()
    assert one.window.p_chart.magnification == other.window.p_chart.magnification == 2.0
    other.window.actions_by_name["present"].trigger()
    assert one.window.p_chart.magnification == other.window.p_chart.magnification == 1.0


def test_a_signal_ends_all_without_asking(windows, saved):
    one, other = opened(windows)
    other.documents.open_path(saved)
    change(other)
    windows.end()
    settle()
    assert windows.explorers == []
    assert not one.window.isVisible() if shiboken6.isValid(one) else True


def test_a_closed_window_is_freed(windows):
    keeper = opened(windows, 1)[0]
    refs = []
    for _ in range(2):
        explorer = windows.open_window()
        explorer.window.show()
        refs += [weakref.ref(explorer), weakref.ref(explorer.store), weakref.ref(explorer.window)]
        explorer.window.close()
        del explorer
    settle()
    gc.collect()
    assert [ref() for ref in refs if ref() is not None and shiboken6.isValid(ref())] == []
    choose(keeper.window.actions_by_name.themes, ThemeChoice.DARK)  # calls nothing of the deleted ones
    keeper._follow_system()


def test_a_window_that_closes_while_presenting_leaves_the_others_their_size(windows, monkeypatch):
    monkeypatch.setattr(presenting, "factor_for", lambda window: 2.0)  # noqa: ARG005
    one, other = opened(windows)
    one.window.actions_by_name["present"].trigger()
    assert other.window.p_chart.magnification > 1.0
    one.window.close()
    settle()
    assert other.window.p_chart.magnification == 1.0
    assert magnification.factor() == 1.0


def test_a_new_window_opens_beside_the_one_before(windows):
    (one,) = opened(windows, 1)
    one.window.actions_by_name["new_window"].trigger()
    assert len(windows.explorers) == 2
    assert windows.explorers[1].window.isVisible()


def test_the_unit_of_a_document_does_not_become_that_of_new_windows(windows, tmp_path):
    path = tmp_path / "nats.klscope"
    write_document(Document(OWN, ViewState(unit=Unit.NAT)), str(path))
    (one,) = opened(windows, 1)
    one.documents.open_path(str(path))
    assert one.store.view.unit is Unit.NAT
    assert windows.open_window().store.view.unit is Unit.BIT
    one.store.set_unit(Unit.HARTLEY)
    assert windows.open_window().store.view.unit is Unit.HARTLEY


def test_what_was_done_in_one_window_is_done_in_all(windows):
    one, other = opened(windows)
    one.store.perform(Swap())
    assert one.window.try_panel.done == other.window.try_panel.done != frozenset()
    for explorer in (one, other):
        explorer.lessons.open()
    name = one.lessons.session.lessons.lessons()[0].lesson.name
    one.lessons.session.lessons.open(name)
    one.lessons.session.lessons.go_to(3)  # a step that is only to be read
    one.lessons.session.lessons.go_on()
    ticks = [explorer.lessons.session.lessons.progress.of(name).ticks for explorer in (one, other)]
    assert ticks[0] == ticks[1] != frozenset()


def test_a_theme_of_the_command_line_is_stored_once_another_was_chosen_in_any_window(qtbot, set_language):  # noqa: ARG001
    set_language("en")
    preferences = Preferences()
    made = Windows(preferences, ThemeChoice.DARK, Asked(ThemeChoice.DARK))
    one, other = opened(made)
    choose(one.window.actions_by_name.themes, ThemeChoice.DARK)
    assert Preferences().choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.SYSTEM
    choose(one.window.actions_by_name.themes, ThemeChoice.LIGHT)
    choose(other.window.actions_by_name.themes, ThemeChoice.DARK)
    assert Preferences().choice("theme", ThemeChoice, ThemeChoice.SYSTEM) is ThemeChoice.DARK
    made.is_ending = True
    for explorer in made.explorers[:]:
        explorer.window.close()
    settle()
