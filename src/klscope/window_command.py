"""``klscope`` without a command: it opens the window, with what was chosen last time, and stays until it is closed."""

from __future__ import annotations

import argparse
import signal
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from klscope.app import Explorer, opening
from klscope.files import examples
from klscope.model import first_steps
from klscope.model.view_state import CodeOrder, TermsMode
from klscope.theory.units import Unit
from klscope.views import language
from klscope.views.icons import program_icon
from klscope.views.language import Language
from klscope.views.preferences import Preferences
from klscope.views.theme import ThemeChoice

translate = QCoreApplication.translate


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("klscope")
    application.setDesktopFileName("klscope")
    application.setStyle("Fusion")
    application.setWindowIcon(program_icon())
    preferences = Preferences()
    asked = None if arguments.theme is None else ThemeChoice(arguments.theme)
    theme = asked or preferences.choice("theme", ThemeChoice, ThemeChoice.SYSTEM)
    spoken = None if arguments.language is None else Language(arguments.language)
    language.install(spoken or preferences.choice("language", Language, Language.SYSTEM))
    if arguments.example is not None:
        comparison = examples.load(arguments.example, language.code()).comparison
    else:
        comparison = opening(arguments.p_weights, arguments.q_weights, arguments.label_list)
    # with its colours from the start: a style sheet is costly to change
    explorer = Explorer(comparison, theme)
    remember(explorer, preferences, asked, spoken)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python see Ctrl+C in the terminal
    sys.excepthook = lambda *error: tell_of_a_fault(explorer, *error)
    explorer.window.show()
    return application.exec()


def tell_of_a_fault(
    explorer: Explorer, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Say in the window that klscope itself went wrong; what is needed to mend it goes to stderr."""
    sys.__excepthook__(kind, error, traceback)
    explorer.say(
        translate(
            "WindowCommand",
            "klscope went wrong here ({kind}); Ctrl+Z takes back what it did. The terminal tells more.",
        ).format(kind=kind.__name__)
    )


def remember(
    explorer: Explorer, preferences: Preferences, theme: ThemeChoice | None, spoken: Language | None = None
) -> None:
    """Return to what was chosen last time, but for theme and language, and keep at the end what is chosen then.

    A ``theme`` or a language (``spoken``) asked for on the command line holds for this time only.
    """
    window, store = explorer.window, explorer.store
    explorer.preferences = preferences
    geometry = preferences.geometry()
    if geometry is not None:
        window.restoreGeometry(geometry)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)  # a presentation is over
    store.set_unit(preferences.choice("unit", Unit, store.view.unit))
    store.set_mode(preferences.choice("mode", TermsMode, store.view.mode))
    store.set_order(preferences.choice("code_order", CodeOrder, store.view.order))
    if preferences.percent("size") > 100:
        explorer.sizes.choose(preferences.percent("size") / 100)
    explorer.lessons.remembered = preferences.text("lessons")
    explorer.lessons.answers_hidden = preferences.flag("answers_hidden")
    tried = preferences.numbers("tried")
    window.try_panel.set_done(tried)
    if len(tried) == first_steps.COUNT:
        explorer.lessons.take_place_of_try()

    def save() -> None:
        preferences.save_geometry(window.saveGeometry())
        if explorer.theme_choice is not theme:
            preferences.save_choice("theme", explorer.theme_choice)
        if language.chosen() is not spoken:
            preferences.save_choice("language", language.chosen())
        preferences.save_choice("unit", store.view.unit)
        preferences.save_choice("mode", store.view.mode)
        preferences.save_choice("code_order", store.view.order)
        preferences.save_percent("size", round(100 * explorer.sizes.chosen))
        preferences.save_numbers("tried", window.try_panel.done)
        preferences.save_text("lessons", explorer.lessons.remembered)
        preferences.save_flag("answers_hidden", explorer.lessons.answers_hidden)
        preferences.flush()

    window.closed.connect(save)
