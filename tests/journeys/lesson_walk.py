"""Walk through all lessons in a plain event loop, with one action whenever the loop is idle.

    python tests/journeys/lesson_walk.py [--steps 300] [--language en|ko]

It is a program of its own, so that a crash ends this process and not the one that tests. QT_QPA_PLATFORM says where
the window is shown. Prints how many steps were walked; a traceback, a Qt warning or a button that is not there ends
the walk with exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Iterator
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication

from klscope.app import create
from klscope.views.words import language

LESSONS = 12
STEPS_BEFORE_LEAVING = 3
IGNORED = "This plugin does not support"
"""What the offscreen platform says of dialogs and tooltips."""


def walk(window) -> Iterator[None]:
    """Walk without end: open a lesson, go to its next steps, go to the next lesson; pause after each act.

    In every other round a lesson is left before its end.
    """
    actions: dict[str, QAction] = {action.objectName(): action for action in window.actions()}

    def click(name: str) -> None:
        found = [one for one in window.findChildren(QAbstractButton, name) if one.isVisible()]
        assert len(found) == 1, f"{len(found)} visible buttons named {name}"
        found[0].click()

    actions["lessons"].trigger()
    yield
    leaves_early = False
    while True:
        for number in range(1, LESSONS + 1):
            click(f"lesson{number}")
            yield
            walked = 0
            while actions["lesson_next"].isEnabled():  # it is not once the last step was left
                if leaves_early and walked == STEPS_BEFORE_LEAVING:
                    click("lessonLeave")
                else:
                    actions["lesson_next"].trigger()
                walked += 1
                yield
        leaves_early = not leaves_early


def main() -> int:
    """Walk, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=300, help="how many acts (default: 300)")
    parser.add_argument("--language", choices=("en", "ko"), default="en", help="of the window (default: en)")
    options = parser.parse_args()
    application = QApplication(["klscope"])
    application.setStyle("Fusion")
    language.install(options.language)
    walked = 0

    def stop(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        traceback.print_exception(kind, error, where)
        application.exit(1)

    def tell(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(IGNORED):
            print(message, file=sys.stderr)
            application.exit(1)

    def step() -> None:
        nonlocal walked
        if walked == options.steps:
            idle.stop()
            application.exit(0)
            return
        next(acts)
        walked += 1

    sys.excepthook = stop  # PySide6 reports what a slot or a paintEvent raises, and goes on
    qInstallMessageHandler(tell)
    explorer = create()
    explorer.window.resize(1280, 800)
    explorer.window.show()
    acts = walk(explorer.window)
    idle = QTimer()
    idle.timeout.connect(step)
    idle.start(0)
    code = application.exec()
    print(f"{walked} steps")
    return code


if __name__ == "__main__":
    sys.exit(main())
