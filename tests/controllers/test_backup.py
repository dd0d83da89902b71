"""The backup of a window. Oracle: by hand, what is on the disk after which step; nothing is measured by the clock."""

import errno
import os
import threading
from pathlib import Path

import numpy as np
import pytest

from klscope.controllers import backup as backup_module
from klscope.controllers.backup import Backup
from klscope.controllers.document import DocumentController
from klscope.files import examples, recovery, replacing
from klscope.files.documents.document_file import read_document
from klscope.files.recovery import Sessions
from klscope.files.recovery_record import Ended, read_record
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import Gesture, LoadComparison, SetProbability
from klscope.model.saved_session import SavedSession
from klscope.model.store import Store
from klscope.model.view_state import ViewState
from klscope.theory.units import Unit


class Window:
    """What a backup needs of a window."""

    def __init__(self, folder: Path, comparison: Comparison | None = None) -> None:
        self.folder = folder / "sessions"
        self.store = Store(comparison or examples.load("weather").comparison)
        self.saved = SavedSession(self.store.exchange)
        self.controller = DocumentController(self.store, lambda: self.saved)
        self.sessions = Sessions(str(self.folder))
        self.backup = Backup(self.controller, self.store, self.sessions)
        self.failures: list[str] = []
        self.backup.failed.connect(self.failures.append)

    def set(self, value: float, gesture: Gesture = Gesture.DRAG) -> None:
        self.store.perform(SetProbability(Side.Q, 0, value, gesture))

    @property
    def is_idle(self) -> bool:
        return not self.backup._timer.isActive() and self.backup._work is None

    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file())

    def on_disk(self):
        (path,) = self.folder.rglob("1.klscope")
        return read_document(str(path))

    def record(self):
        (path,) = self.folder.rglob("1.json")
        return read_record(str(path))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(backup_module, "DELAY_MILLISECONDS", 5)
    monkeypatch.setattr(backup_module, "RETRY_MILLISECONDS", 5)


@pytest.fixture
def window(qtbot, tmp_path):  # noqa: ARG001  # an application
    return Window(tmp_path)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: window.is_idle)


def test_a_window_that_nobody_touches_has_no_files(qtbot, window):
    window.store.set_unit(Unit.NAT)
    window.store.select((1,))
    settle(qtbot, window)
    assert window.backup.end(Ended.CLOSED) is None
    window.sessions.close()
    assert not window.folder.exists()


def test_data_that_were_given_are_written_without_a_step(qtbot, tmp_path):
    given = Window(tmp_path, Comparison.from_weights(("a", "b"), [1, 1], [1, 3], origin="letters.csv"))
    settle(qtbot, given)
    assert given.on_disk() == given.controller.document
    assert given.record().has_own_data


def test_the_last_of_many_steps_is_written(qtbot, window):
    for step in range(1, 40):
        window.set(step / 100)
        if step % 10 == 0:
            settle(qtbot, window)
            assert window.on_disk().comparison == window.store.comparison
    settle(qtbot, window)
    assert window.on_disk() == window.controller.document
    assert window.files() == ["1.json", "1.klscope", "lock"]
    assert (window.record().is_modified, window.record().has_own_data, window.record().ended) == (True, False, None)


def test_steps_without_a_pause_do_not_put_the_writing_off(window, monkeypatch):
    monkeypatch.setattr(backup_module, "DELAY_MILLISECONDS", 60_000)
    window.set(0.2)
    timer = window.backup._timer
    monkeypatch.setattr(timer, "start", lambda *_: pytest.fail("the timer was started again"))
    window.set(0.3)
    timer.stop()


def test_a_gesture_is_written_after_its_release(qtbot, window):
    window.store.preview(SetProbability(Side.Q, 0, 0.4))
    settle(qtbot, window)
    assert window.files() == []
    window.store.commit()
    settle(qtbot, window)
    assert window.on_disk().comparison.q.probabilities[0] == 0.4
    window.store.preview(SetProbability(Side.Q, 0, 0.6))
    window.store.set_properties(window.store.snapshot.properties.__class__(title="a"))
    settle(qtbot, window)
    assert window.on_disk().comparison.q.probabilities[0] == 0.4
    assert window.on_disk().properties.title == "a"


def test_how_it_is_shown_goes_with_the_next_step_and_the_end(qtbot, window):
    window.set(0.2)
    settle(qtbot, window)
    window.store.set_unit(Unit.NAT)
    settle(qtbot, window)
    assert window.on_disk().view.unit is Unit.BIT
    window.set(0.3, Gesture.TYPED)
    settle(qtbot, window)
    assert window.on_disk().view.unit is Unit.NAT
    window.store.set_unit(Unit.HARTLEY)
    assert window.backup.end(Ended.CLOSED) is None
    assert window.on_disk().view.unit is Unit.HARTLEY
    assert window.record().ended is Ended.CLOSED


def test_a_lesson_is_not_written_but_the_state_of_the_user(qtbot, window):
    window.set(0.2)
    own = window.controller.document
    window.saved.enter(examples.load("fair-die").comparison, ViewState())
    window.store.perform(SetProbability(Side.Q, 0, 0.6))
    settle(qtbot, window)
    assert window.on_disk() == own
    assert window.backup.end(Ended.SIGNAL) is None
    assert window.on_disk() == own


def test_closing_without_own_data_leaves_nothing(qtbot, window):
    window.set(0.2)
    settle(qtbot, window)
    assert window.files()
    assert window.backup.end(Ended.CLOSED) is None
    window.sessions.close()
    assert not window.folder.exists()


def test_a_signal_keeps_what_was_modified_at_once(window):
    window.set(0.2)
    assert window.backup.end(Ended.SIGNAL) is None
    assert window.on_disk() == window.controller.document
    assert window.record().ended is Ended.SIGNAL


def test_a_saved_document_has_its_path_and_mark(qtbot, window, tmp_path):
    path = str(tmp_path / "a.klscope")
    window.set(0.2)
    settle(qtbot, window)
    window.controller.write(path)
    settle(qtbot, window)
    assert (window.record().path, window.record().is_modified) == (path, False)
    window.set(0.3)
    settle(qtbot, window)
    assert (window.record().path, window.record().is_modified) == (path, True)
    assert window.backup.end(Ended.CLOSED) is None  # the answer was to discard
    assert window.files() == ["lock"]


def test_a_full_disk_is_said_once_and_tried_again(qtbot, window, monkeypatch):
    is_full = threading.Event()
    write = replacing._write_all

    def full(descriptor: int, content: bytes) -> None:
        if is_full.is_set():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(descriptor, content)

    monkeypatch.setattr(replacing, "_write_all", full)
    window.set(0.2)
    settle(qtbot, window)
    for value in (0.3, 0.4):
        before = window.on_disk()
        is_full.set()
        window.set(value)
        qtbot.waitUntil(lambda: window.backup._has_failed)
        qtbot.wait(30)
        assert window.on_disk() == before
        assert window.files() == ["1.json", "1.klscope", "lock"]
        is_full.clear()
        settle(qtbot, window)
        assert window.on_disk() == window.controller.document
    assert window.failures == ["No space left on device"] * 2
    is_full.set()
    window.set(0.5, Gesture.TYPED)
    error = window.backup.end(Ended.CLOSED)
    assert error is not None
    assert error.reason == "No space left on device"


def test_a_folder_that_cannot_be_made_is_said_once(qtbot, tmp_path):
    (tmp_path / "sessions").write_text("a file is in the way", encoding="utf-8")
    window = Window(tmp_path)
    window.set(0.2)
    qtbot.waitUntil(lambda: window.backup._has_failed)
    qtbot.wait(30)
    assert len(window.failures) == 1
    (tmp_path / "sessions").unlink()
    settle(qtbot, window)
    assert window.on_disk() == window.controller.document


def test_a_folder_that_another_program_deletes_is_made_again(qtbot, window):
    window.set(0.2)
    settle(qtbot, window)
    (folder,) = window.folder.iterdir()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    window.set(0.3)
    settle(qtbot, window)
    (path,) = window.folder.rglob("*.klscope")
    assert read_document(str(path)) == window.controller.document


def test_two_writings_never_overlap_and_the_last_state_stays(qtbot, window, monkeypatch):
    go, running, most = threading.Semaphore(0), [], []
    write = recovery.WindowFiles.write

    def slow(self, document, record):
        running.append(1)
        most.append(len(running))
        go.acquire()
        write(self, document, record)
        running.pop()

    monkeypatch.setattr(recovery.WindowFiles, "write", slow)
    for value in (0.2, 0.3, 0.4):
        window.set(value)
        qtbot.wait(20)
    for _ in range(4):
        go.release()
    settle(qtbot, window)
    assert set(most) == {1}
    assert len(most) == 2
    assert window.on_disk() == window.controller.document


def test_the_end_waits_for_what_is_being_written(qtbot, window, monkeypatch):
    write, begun = recovery.WindowFiles.write, threading.Event()
    order = []

    def slow(self, document, record):
        begun.set()
        order.append(document.comparison.q.probabilities[0])
        write(self, document, record)

    monkeypatch.setattr(recovery.WindowFiles, "write", slow)
    window.set(0.2)
    qtbot.waitUntil(begun.is_set)
    window.set(0.3, Gesture.TYPED)
    window.backup.end(Ended.CLOSED)
    assert order == [0.2, 0.3]
    assert window.on_disk() == window.controller.document
    qtbot.wait(20)  # what the thread has sent arrives, and does nothing


def test_equal_data_of_another_origin_are_written(qtbot, window):
    window.set(0.2)
    settle(qtbot, window)
    window.store.perform(LoadComparison(window.store.comparison.originating("letters.csv")))
    settle(qtbot, window)
    assert window.on_disk().comparison.origin.name == "letters.csv"
    assert window.record().has_own_data


def test_a_large_document_keeps_every_digit(qtbot, tmp_path):
    random = np.random.default_rng(5)
    n = 100_000
    names = [f"종류 {number}" for number in range(n)]
    given = Window(tmp_path, Comparison.from_weights(names, random.random(n), random.random(n), origin="a.npy"))
    qtbot.waitUntil(lambda: given.is_idle, timeout=20_000)
    assert given.on_disk() == given.controller.document


def test_discarding_deletes_the_files_and_writes_no_more(qtbot, window):
    window.set(0.2)
    settle(qtbot, window)
    window.backup.discard()
    assert window.files() == ["lock"]
    window.set(0.3)
    assert window.is_idle
