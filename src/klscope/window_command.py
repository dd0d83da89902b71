"""``klscope`` without a command: opens the window and runs the event loop."""

from __future__ import annotations

import argparse
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer

from klscope.app import Explorer, opening
from klscope.by_name import load
from klscope.ending import ended_by_signals
from klscope.files import examples
from klscope.remembering import remember
from klscope.views.application import made_application
from klscope.views.icons import program_icon
from klscope.views.preferences.data_folder import sessions_place
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice
from klscope.views.words import language

translate = QCoreApplication.translate


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
    # with the theme from the start: changing a style sheet is slow
    explorer = Explorer(comparison, theme)
    remember(explorer, preferences, asked, arguments.language)
    sys.excepthook = lambda *error: tell_of_a_fault(explorer, *error)
    with ended_by_signals(explorer.window) as ending:
        if arguments.document is not None:
            explorer.documents.open_path(arguments.files[0])
        explorer.window.show()
        if data is not None:
            explorer.show_data(data, arguments.files)
        recovering = load("klscope.recovering", "Recovering")(sessions_place(), None, lambda: ending.number != 0)
        QTimer.singleShot(0, recovering, lambda: recovering.start(explorer))
        application.exec()
        recovering.close()
    return ending.number


def tell_of_a_fault(
    explorer: Explorer, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Report an unhandled exception: a message in the window, and the traceback on stderr."""
    sys.__excepthook__(kind, error, traceback)
    explorer.say(
        translate(
            "WindowCommand",
            "Internal error ({kind}). Ctrl+Z undoes the last change. Details are in the terminal.",
        ).format(kind=kind.__name__)
    )
