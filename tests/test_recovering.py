"""What comes back after a crash, and what is offered. Oracle: by hand, from what was done before."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from driven_window import driven_window
from klscope.app import create
from klscope.controllers import backup as backup_module
from klscope.model.comparison import Side
from klscope.model.edits import Gesture, SetProbability
from klscope.recovering import RecoveryManager

TYPE = "from klscope.model.edits import *; explorer.entry.set_value(Side.Q, 0, '0.3')"
DRAG = "from klscope.model.edits import *; explorer.store.perform(SetProbability(Side.Q, 0, 0.4))"
Q = "print(explorer.store.comparison.q.probabilities[0])"
NOTICE = (
    "from PySide6.QtWidgets import QWidget; print(explorer.window.findChild(QWidget, 'recoveryNotice').label.text())"
)
ALL = "(other,) = [one for one in gc.get_objects() if isinstance(one, Explorer) and one is not explorer]"
WEATHER = 0.125


class Program:
    """One run of the program, as `klscope.window_command` makes it, which dies or is closed."""

    def __init__(self, folder: Path, qtbot) -> None:
        self.qtbot = qtbot
        self.is_ending = False
        self.explorers = []
        self.recovering = RecoveryManager(str(folder / "sessions"), self.open_window, lambda: self.is_ending)
        self.first = self.open_window()

    def open_window(self):
        explorer = create()
        explorer.window.show()
        self.explorers.append(explorer)
        return explorer

    def start(self):
        self.recovering.start(self.first)
        return self

    def set(self, value, explorer=None, gesture=Gesture.TYPED):
        (explorer or self.first).store.perform(SetProbability(Side.Q, 0, value, gesture))

    def settle(self):
        backups = self.recovering._backups.values()
        self.qtbot.waitUntil(lambda: not any(one._timer.isActive() or one._work for one in backups))

    def shown(self):
        visible = [one for one in self.explorers if one.window.isVisible()]
        return sorted(one.store.comparison.q.probabilities[0] for one in visible)

    def die(self):
        self.settle()
        for backup in self.recovering._backups.values():
            backup._stop()
        self.recovering._backups.clear()
        sessions = self.recovering._sessions
        for session in (*sessions._taken, *([] if sessions._own is None else [sessions._own])):
            session._lock.release()
        self.close()

    def close(self):
        for explorer in self.explorers:
            explorer.window.may_close = lambda: True
            explorer.window.close()
        self.recovering.close()
        for explorer in self.explorers:
            self.qtbot.addWidget(explorer.window)

    @property
    def notice(self):
        return self.recovering._notice


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(backup_module, "DELAY_MILLISECONDS", 5)


@pytest.fixture
def begin(qtbot, tmp_path):
    return lambda: Program(tmp_path, qtbot)


def test_a_start_without_anything_left_shows_weather_and_no_line(begin, tmp_path):
    program = begin().start()
    assert program.notice is None
    assert program.shown() == [WEATHER]
    program.close()
    assert not (tmp_path / "sessions").exists()


def test_every_window_of_a_process_that_died_comes_back(begin):
    program = begin().start()
    other = program.open_window()
    program.recovering.add(other)
    program.set(0.3)
    program.set(0.4, other, Gesture.DRAG)
    program.die()
    again = begin().start()
    assert again.shown() == [0.3, 0.4]
    assert again.notice.label.text() == "2 windows restored: klscope ended unexpectedly."
    assert again.notice._continue.isHidden()
    again.die()  # at once
    third = begin().start()
    assert third.shown() == [0.3, 0.4]
    third.close()
    fourth = begin().start()  # 0.4 was dragged; 0.3 was typed, which its file still knows
    assert fourth.shown() == [WEATHER]
    assert len(fourth.recovering._offered) == 1
    fourth.close()


def test_it_comes_back_with_its_file_and_mark(begin, tmp_path):
    path = str(tmp_path / "a.klscope")
    program = begin().start()
    program.set(0.3)
    program.first.documents.controller.write(path)
    program.set(0.4)
    program.die()
    again = begin().start()
    controller = again.first.documents.controller
    assert (controller.path, controller.is_modified, again.shown()) == (path, True, [0.4])
    assert not controller.file_was_changed()
    controller.write(path)
    again.die()
    third = begin().start()
    controller = third.first.documents.controller
    assert (controller.path, controller.is_modified, third.shown()) == (path, False, [0.4])
    third.close()


def test_a_file_that_another_program_has_changed_is_noticed_by_saving(begin, tmp_path):
    path = tmp_path / "a.klscope"
    program = begin().start()
    program.set(0.3)
    program.first.documents.controller.write(str(path))
    program.set(0.4)
    program.die()
    path.write_bytes(path.read_bytes().replace(b"0.3", b"0.30"))
    again = begin().start()
    assert again.first.documents.controller.file_was_changed()
    again.die()
    path.unlink()
    third = begin().start()
    controller = third.first.documents.controller
    assert (controller.path, controller.is_modified, third.shown()) == (str(path), True, [0.4])
    third.close()


def test_discarding_what_came_back(begin, tmp_path):
    program = begin().start()
    others = [program.open_window() for _ in range(2)]
    for explorer in others:
        program.recovering.add(explorer)
    program.set(0.3)
    program.set(0.4, others[0])
    program.set(0.5, others[1])
    program.die()
    again = begin().start()
    (worked_on,) = (one for one in again.explorers if one.store.comparison.q.probabilities[0] == 0.5)
    again.set(0.6, worked_on)
    again.notice._discard.click()
    assert again.shown() == [WEATHER, 0.6]
    again.set(0.2)  # and its window is kept from now on
    again.die()
    third = begin().start()
    assert third.shown() == [0.2, 0.6]
    third.notice._discard.click()
    assert third.shown() == [WEATHER]
    third.close()
    assert not (tmp_path / "sessions").exists()


def test_typed_data_of_a_closed_window_are_offered_and_ignoring_costs_nothing(begin):
    program = begin().start()
    program.set(0.3)
    program.close()
    for _ in range(2):
        again = begin().start()
        assert again.shown() == [WEATHER]
        assert again.notice.label.text().startswith("Unsaved data (20")
        again.set(0.4, gesture=Gesture.DRAG)
        again.qtbot.waitUntil(lambda again=again: again.notice is None)
        again.close()
    again = begin().start()
    again.notice._continue.click()
    assert again.shown() == [0.3]
    assert again.notice is None
    again.close()
    again = begin().start()  # it is typed still
    again.notice._discard.click()
    again.close()
    assert begin_and_close(begin) is None


def test_what_was_ignored_is_continued_from_the_menu_in_another_window(begin):
    program = begin().start()
    action = program.first.window.actions_by_name["continue_unsaved"]
    assert not action.isEnabled()
    program.set(0.3)
    program.close()
    again = begin().start()
    again.set(0.4, gesture=Gesture.DRAG)
    again.qtbot.waitUntil(lambda: again.notice is None)
    action = again.first.window.actions_by_name["continue_unsaved"]
    assert action.isEnabled()
    action.trigger()
    assert again.shown() == [0.3, 0.4]
    assert not action.isEnabled()
    again.close()


def begin_and_close(begin):
    program = begin().start()
    notice = program.notice
    program.close()
    return notice


def test_a_signal_keeps_what_was_only_dragged(begin):
    program = begin().start()
    program.set(0.4, gesture=Gesture.DRAG)
    program.is_ending = True
    program.close()
    again = begin().start()
    assert again.shown() == [WEATHER]
    again.notice._continue.click()
    assert again.shown() == [0.4]
    again.is_ending = True
    again.close()
    again = begin().start()
    again.notice._continue.click()
    assert again.shown() == [0.4]
    again.close()


def test_a_damaged_backup_is_set_aside_and_said(begin, tmp_path):
    program = begin().start()
    program.set(0.3)
    program.die()
    (path,) = tmp_path.rglob("1.klscope")
    path.write_bytes(path.read_bytes()[:100])
    again = begin().start()
    assert again.shown() == [WEATHER]
    assert again.notice.label.text() == "A damaged backup was set aside."
    assert "damaged" in again.notice.label.toolTip()
    assert again.notice._discard.isHidden()
    again.close()
    assert begin_and_close(begin) is None


def test_a_damaged_one_that_is_continued_is_said(begin, tmp_path):
    program = begin().start()
    program.set(0.3)
    program.close()
    (path,) = tmp_path.rglob("1.klscope")
    path.write_bytes(b"")
    again = begin().start()
    again.notice._continue.click()
    assert again.first.window.sentence.text().startswith("A damaged backup was set aside: ")
    again.close()


def test_the_line_is_said_in_the_language_of_the_window(begin, set_language):
    set_language("ko")
    program = begin().start()
    program.set(0.3)
    program.die()
    again = begin().start()
    assert again.notice.label.text() == "복원했습니다. klscope가 예기치 않게 종료되었습니다."
    set_language("en")
    again.first.window.language_changed.emit()
    assert again.notice.label.text() == "Restored: klscope ended unexpectedly."
    again.close()


def test_a_failure_is_said_in_the_window(begin, tmp_path):
    (tmp_path / "sessions").touch()
    program = begin().start()
    program.set(0.3)
    program.qtbot.waitUntil(lambda: "would be lost in a crash" in program.first.window.sentence.text())
    program.recovering._backups[program.first]._timer.stop()
    program.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there are other signals")
@pytest.mark.parametrize(
    ("number", "act", "shown", "notice"),
    [
        (signal.SIGKILL, DRAG, 0.4, "Restored"),
        (signal.SIGTERM, DRAG, WEATHER, "Unsaved"),
        (signal.SIGHUP, TYPE, WEATHER, "Unsaved"),
    ],
)
def test_the_program_itself(tmp_path, number, act, shown, notice):
    with driven_window(tmp_path) as window:
        window.do(act)
        if number == signal.SIGKILL:
            wait_for_backups(window, tmp_path)
        window.end_by(number)
    with driven_window(tmp_path) as window:
        assert float(window.do(Q)) == shown
        assert window.do(NOTICE).startswith(notice)
        window.end_by(signal.SIGTERM)
    assert os.listdir(tmp_path / "klscope" / "sessions")


def wait_for_backups(window, folder, count=1):
    """Wait until so many windows are on the disk; the window is asked in between, so that its loop runs."""
    for _ in range(600):
        if len(list(folder.rglob("*.json"))) >= count:
            return
        window.do("import time; time.sleep(0.01)")
    raise AssertionError("nothing was written")


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="there is no Xvfb")
def test_a_lost_display(tmp_path):
    words = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        number = server.stdout.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        with driven_window(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=f":{number}") as window:
            window.do(TYPE)
            wait_for_backups(window, tmp_path)
            server.terminate()
            window.process.wait(30)
    finally:
        server.kill()
        server.communicate()
    with driven_window(tmp_path) as window:
        assert float(window.do(Q)) == 0.3
        assert window.do(NOTICE).startswith("Restored")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_all_windows_of_the_program_itself(tmp_path):
    with driven_window(tmp_path) as window:
        window.do("explorer.window.actions_by_name['new_window'].trigger()")
        window.do(TYPE)
        window.do(f"import gc; from klscope.app import Explorer; {ALL}; other.entry.set_value(Side.Q, 0, '0.6')")
        wait_for_backups(window, tmp_path, 2)
        window.end_by(signal.SIGKILL)
    with driven_window(tmp_path) as window:
        window.do(f"import gc; from klscope.app import Explorer; {ALL}")
        shown = window.do("print(*sorted(one.store.comparison.q.probabilities[0] for one in (explorer, other)))")
        assert shown == "0.3 0.6\n"
        assert window.do(NOTICE) == "2 windows restored: klscope ended unexpectedly.\n"
        window.do("explorer.quit()")
        assert window.process.wait(30) == 0
    with driven_window(tmp_path) as window:
        assert float(window.do(Q)) == WEATHER  # typed data are offered
        assert window.do(NOTICE).startswith("Unsaved data")
