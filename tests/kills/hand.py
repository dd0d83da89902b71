"""The program in a process that is killed, with a random hand; it tells what it does by lines of JSON on stdout."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from klscope import cli, recovering
from klscope.app import Explorer
from klscope.files import examples, replacing
from klscope.files.documents.document_file import as_bytes
from klscope.files.regular_files import FileError
from klscope.model.comparison import Side
from klscope.model.document import Document
from klscope.model.edits import Swap
from klscope.model.properties import Properties
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode

MOST_WINDOWS = 2
LARGE = 20_000


def tell(kind: str, **words: Any) -> None:
    """Tell something with the time; one call of the system, so that a kill leaves whole lines before it."""
    os.write(1, f"{json.dumps({'kind': kind, 'time': time.monotonic(), **words})}\n".encode())


def hash_of(document: Document) -> str:
    """Return the hash of a document without how it is shown."""
    shown = Document(document.comparison, ViewState(), document.pins, document.properties)
    return hashlib.sha256(as_bytes(shown)).hexdigest()


class Followed:
    """A window, which tells of its steps."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer, self.controller = explorer, explorer.documents.controller
        self._seen: tuple[object, ...] = ()
        explorer.store.changed.connect(self.tell_step)
        self.controller.changed.connect(self.tell_step)

    @property
    def title(self) -> str:
        return self.controller.document.properties.title

    def state(self) -> dict[str, Any]:
        """Return what is told of the present state."""
        return {"title": self.title, "document": hash_of(self.controller.document), "path": self.controller.path}

    def look(self) -> bool:
        """Return whether the state is another one."""
        document = self.controller.document
        seen = (document.comparison, document.pins, document.properties, self.controller.path)
        is_other = len(seen) != len(self._seen) or any(
            one is not other for one, other in zip(seen, self._seen, strict=True)
        )
        self._seen = seen
        return is_other

    def tell_step(self) -> None:
        if self.title and self.look():
            tell("step", **self.state())


class Hand:
    """Does something at random, again and again."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._random = Random(seed)
        self._folder = folder
        self.windows: list[Followed] = []
        self._moves: list[QPoint] = []
        self._dragged: Any = None
        self._opened = 0
        self._seed = seed
        self.recovering: Any = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Tell what came back, give each new window a title, and begin."""
        now = time.monotonic()
        tell("ready", windows=[{**window.state(), "time": now} for window in self.windows])
        for window in self.windows:
            window.look()
            self._name(window)
        self._timer.start(0)

    def _name(self, window: Followed) -> None:
        if not window.title:
            self._opened += 1
            window.explorer.documents.controller.set_properties(Properties(title=f"{self._seed}-{self._opened}"))

    def _go_on(self) -> None:
        if self._moves:
            QTest.mouseMove(self._dragged, self._moves.pop())
            if not self._moves:
                QTest.mouseRelease(self._dragged, Qt.MouseButton.LeftButton)
        else:
            window = self._random.choice(self.windows)
            acts = (self._drag, self._type, self._keys, self._paste, self._import, self._save, self._undo, self._other)
            self._random.choices(acts, (8, 3, 3, 1, 1, 3, 2, 3))[0](window)
        self._timer.start(self._random.choice((0, 2, 10, 40)))

    def _drag(self, window: Followed) -> None:
        chart = window.explorer.window.chart(self._random.choice(list(Side)))
        n = window.explorer.store.comparison.n
        if n > 100:
            self._type(window)
            return
        top = chart.bar_top(self._random.randrange(n))
        self._dragged = chart.viewport()
        QTest.mousePress(self._dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, top)
        height = self._dragged.height()
        count = self._random.choice((2, 10, 30))
        self._moves = [QPoint(top.x(), self._random.randrange(height)) for _ in range(count)]

    def _type(self, window: Followed) -> None:
        index = self._random.randrange(window.explorer.store.comparison.n)
        window.explorer.entry.set_value(self._random.choice(list(Side)), index, f"{self._random.random():.3f}")

    def _keys(self, window: Followed) -> None:
        chart = window.explorer.window.chart(self._random.choice(list(Side)))
        for _ in range(self._random.choice((1, 5))):
            QTest.keyClick(chart, self._random.choice((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left)))

    def _table(self, n: int) -> str:
        rows = (f"{number},{self._random.random():.6f},{self._random.random():.6f}" for number in range(n))
        return "\n".join(("label,p,q", *rows))

    def _paste(self, window: Followed) -> None:
        QGuiApplication.clipboard().setText(self._table(self._random.choice((3, 8, 40))))
        window.explorer.window.actions_by_name["paste"].trigger()

    def _import(self, window: Followed) -> None:
        path = self._folder / f"{self._seed}.csv"
        try:
            path.write_text(self._table(self._random.choice((4, 40, 400, LARGE))), encoding="utf-8")
        except OSError:
            return  # the disk is full
        window.explorer._data.open_files([str(path)])

    def _save(self, window: Followed) -> None:
        name = "shared" if self._random.random() < 0.3 else window.title
        path = str(self._folder / f"{name}.klscope")
        content = hashlib.sha256(as_bytes(window.controller.document)).hexdigest()
        tell("saving", path=path, content=content)
        try:
            window.controller.write(path)
        except FileError:
            tell("not saved", path=path)
        else:
            tell("saved", path=path)

    def _undo(self, window: Followed) -> None:
        store = window.explorer.store
        self._random.choice((store.undo, store.undo, store.redo))()

    def _other(self, window: Followed) -> None:
        explorer = window.explorer
        what = self._random.randrange(6)
        if what == 0:
            explorer.open_example(self._random.choice(examples.names()))
        elif what == 1:
            explorer.store.perform(Swap())
        elif what == 2:
            explorer.window.actions_by_name["pin"].trigger()
        elif what == 3:
            explorer.store.set_mode(self._random.choice(list(ViewMode)))
        elif what == 4:
            self._enter_or_leave_lesson(explorer)
        elif len(self.windows) < MOST_WINDOWS:
            self.open_window()
            self._name(self.windows[-1])

    def _enter_or_leave_lesson(self, explorer: Explorer) -> None:
        if explorer.lessons.in_lesson:
            explorer.lessons.session.lessons.leave()
        else:
            explorer.lessons.open()
            explorer.lessons.session.lessons.open("01-entropy")

    def open_window(self) -> Explorer:
        """Open another window, as the program does."""
        return self.recovering._open_window()


def fail_while_marked(mark: Path) -> None:
    """Let writing fail, as on a full disk, while a file is there."""
    write = replacing._write_all

    def write_all(descriptor: int, content: bytes) -> None:
        if mark.exists():
            os.write(descriptor, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(descriptor, content)

    replacing._write_all = write_all


def main() -> int:
    """Run klscope as its command does, with the hand in it."""
    fail_while_marked(Path(os.environ["KLSCOPE_FULL"]))
    hand = Hand(int(sys.argv[1]), Path(sys.argv[2]))
    kind = recovering.RecoveryManager

    class Watched(kind):
        def add(self, explorer: Explorer) -> None:
            super().add(explorer)
            hand.windows.append(Followed(explorer))

        def look(self) -> None:
            hand.recovering = self
            super().look()
            hand.start()

    recovering.RecoveryManager = Watched
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return cli.main([])


if __name__ == "__main__":
    sys.exit(main())
