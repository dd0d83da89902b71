"""The program in its own event loop, with a random event whenever the loop is idle."""

from __future__ import annotations

import faulthandler
import os
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QObject, Qt, QThread, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from klscope.app import Explorer, create
from klscope.files.resource_files import resource_path
from klscope.model.comparison import Side
from klscope.remembering import remember
from klscope.views.icons import program_icon
from klscope.views.preferences.preferences import Preferences
from random_hand.checks import Checks
from random_hand.command_acts import CLOSING
from random_hand.devices import Mouse
from random_hand.diary import Diary
from random_hand.faults import Faults
from random_hand.hand import Hand
from random_hand.popups import Popups

FAULTY = 1


class Links(QObject):
    """Where links lead: nowhere."""

    @Slot(QUrl)
    def ignore(self, _link: QUrl) -> None:
        """Open no browser."""


def start(random: Random) -> Explorer:
    """Return the program, on some data, with the preferences of the folder of the run."""
    if random.random() < 0.5:
        explorer = create()
    else:
        n = random.choice((2, 3, 5, 12, 60, 300))
        explorer = create(*([random.random() + 0.01 for _ in range(n)] for _ in Side))
    remember(explorer, Preferences())
    explorer.commands._seed = random.randrange(1000)  # else it is a new one with every start
    return explorer


class Session:
    """One run.

    Parameters
    ----------
    seed, events
        What is done, and how much of it.
    folder
        Where it is written down; files that the program is asked to write go to ``files`` in it.
    """

    def __init__(self, seed: int, events: int, folder: Path) -> None:
        self._events, self._diary, self._faults = events, Diary(folder), Faults()
        random = Random(seed)
        self._links = Links()
        for scheme in ("http", "https", "file"):
            QDesktopServices.setUrlHandler(scheme, self._links, "ignore")
        self.explorer = start(random)
        window = self.explorer.window
        self._given: Counter[str] = Counter()
        actions = window.actions_by_name
        closing = [actions[name] for name in CLOSING]
        names = {action.objectName() or action.text(): action for action in actions.all() if action not in closing}
        for name, action in names.items():
            action.triggered.connect(lambda _=False, name=name: self._given.update([name]))
        self._names = frozenset(names)
        other = QWidget()
        other.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        other.resize(200, 100)
        mouse = Mouse()
        self._other = other
        popups = Popups(random, mouse, folder / "files", closing)
        self._hand = Hand(self.explorer, random, popups, mouse, other)
        self._checks = Checks(self.explorer)
        self._thread = QThread.currentThread()
        self._level = 0
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._begun = 0.0

    def run(self) -> int:
        """Show the windows and use them; return 0 if all went well."""
        self._other.show()
        self.explorer.window.show()
        self.explorer.window.activateWindow()
        self._begun = time.monotonic()
        self._timer.start(0)
        return QApplication.exec()

    def _go_on(self) -> None:
        """Look at what the last event left, and cause the next one."""
        if self._thread.loopLevel() == self._level:
            self._timer.start(1)  # the event is still being delivered
            return
        try:
            if self._diary.count:
                self._checks.check(self._diary.count)
            assert self.explorer.window.isVisible() or self.explorer.window.isMinimized(), "the window was closed"
            if self._faults.heard:
                self._fail()
            if self._diary.count >= self._events:
                self._finish()
            words, act = self._hand.next()
            self._diary.note(words)
            self._do(act)
        except Exception:
            self._faults.heard.append(traceback.format_exc())
            self._fail()

    def _do(self, act: Callable[[], None]) -> None:
        """Act; a loop that a menu or a message runs within it goes on with the next event, one of `QTest` does not."""
        level, self._level = self._level, self._thread.loopLevel()
        self._timer.start(0)
        act()
        self._level = level
        self._timer.start(0)

    def _fail(self) -> None:
        self._diary.tell_fault("\n".join(self._faults.heard))
        os._exit(FAULTY)  # what is broken is not to be taken down in order

    def _finish(self) -> None:
        seconds = time.monotonic() - self._begun
        never = sorted(self._names - set(self._given))
        self._diary.tell_summary(
            f"{self._diary.count} events in {seconds:.0f} s, {1000 * seconds / self._diary.count:.2f} ms each; "
            f"{len(self._names) - len(never)} of {len(self._names)} commands given"
            + (f", not: {', '.join(never)}" if never else "")
        )
        os._exit(0)


def prepare_files(folder: Path) -> None:
    """Write what may be opened, in the folder of the run."""
    files = folder / "files"
    files.mkdir()
    lesson = next(iter(sorted(resource_path("lessons", "en").glob("*.md"))))
    (files / "lesson.md").write_bytes(lesson.read_bytes())
    (files / "broken.md").write_bytes(lesson.read_bytes()[:400])
    (files / "notes.txt").write_text("no lesson\n", encoding="utf-8")


def run(seed: int, events: int, folder: Path) -> int:
    """Do so many events with what the seed draws, and write down in a folder what came of it."""
    faulthandler.enable()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = QApplication(["klscope"])
    application.setApplicationName("klscope")
    application.setStyle("Fusion")
    application.setWindowIcon(program_icon())
    application.setQuitOnLastWindowClosed(False)
    prepare_files(folder)
    return Session(seed, events, folder).run()
