"""``klscope`` without a command: opens the window and runs the event loop."""

from __future__ import annotations

import argparse
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from klscope.app import opening
from klscope.by_name import load
from klscope.ending import ended_by_signals
from klscope.files import examples
from klscope.remembering import Asked
from klscope.views.application import made_application
from klscope.views.icons import program_icon
from klscope.views.preferences.data_folder import sessions_place
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.views.words import language
from klscope.windows import Windows

if TYPE_CHECKING:
    from klscope.receiving import FileReceiver
    from klscope.recovering import RecoveryManager

translate = QCoreApplication.translate
MILLISECONDS_AFTER_START = 100


def run(arguments: argparse.Namespace) -> int:
    """Open the window and run until it is closed; return the number of the signal that ended the program, or 0."""
    application = made_application()
    application.setApplicationName("klscope")
    application.setDesktopFileName("klscope")
    application.setStyle("Fusion")
    application.setWindowIcon(program_icon())
    preferences = Preferences()
    asked = None if arguments.theme is None else ThemeChoice(arguments.theme)
    theme = asked or preferences.choice("theme", ThemeChoice, ThemeChoice.SYSTEM)
    language.install(arguments.language or preferences.one_of("language", language.choices(), language.SYSTEM))
    data = arguments.data
    if data is not None and data.is_clear:
        comparison = data.comparison
    elif arguments.example is not None:
        comparison = examples.load(arguments.example, language.code()).comparison
    elif arguments.document is not None:
        comparison = arguments.document.comparison
    else:
        comparison = opening(arguments.p_weights, arguments.q_weights, arguments.label_list)
    windows = Windows(preferences, theme, Asked(asked, arguments.language))
    explorer = windows.open_window(comparison)
    sys.excepthook = lambda *error: report_exception(windows, *error)
    with ended_by_signals(windows.end) as ending:
        if arguments.document is not None:
            explorer.documents.open_path(arguments.files[0])
        if arguments.unit is not None:
            explorer.store.set_unit(arguments.unit)
        explorer.window.show()
        if data is not None:
            explorer.show_data(data, arguments.files)
        after_start = AfterStart(windows)
        application.exec()
        after_start.close()
    return ending.number


class AfterStart:
    """What is not needed for the first picture: backups, what former processes have left, and files handed over."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows
        self._recovering: RecoveryManager | None = None
        self._receiving: FileReceiver | None = None
        QTimer.singleShot(MILLISECONDS_AFTER_START, windows, self._begin)

    def _begin(self) -> None:
        windows = self._windows
        if not windows.explorers:
            return
        kind: type[RecoveryManager] = load("klscope.recovering", "RecoveryManager")
        self._recovering = kind(sessions_place(), windows.show_new, lambda: windows.is_ending)
        windows.opened.connect(self._recovering.add)
        for explorer in windows.explorers[1:]:
            self._recovering.add(explorer)
        self._recovering.start(windows.explorers[0])
        self._receiving = load("klscope.receiving", "FileReceiver")(windows)
        self._receiving.received.connect(windows.open_files)

    def close(self) -> None:
        """Release the files of this process."""
        if self._receiving is not None:
            self._receiving.close()
        if self._recovering is not None:
            self._recovering.close()


def report_exception(
    windows: Windows, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Report an unhandled exception: a message in the window, and the traceback on stderr."""
    sys.__excepthook__(kind, error, traceback)
    explorer = windows.active
    if explorer is not None:
        words = translate(
            "WindowCommand",
            "Internal error ({kind}). Ctrl+Z undoes the last change. Details are in the terminal.",
        )
        explorer.say(words.format(kind=kind.__name__))
