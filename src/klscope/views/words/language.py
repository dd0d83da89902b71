"""The language of the window: the choice, the current language, and its translators."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from klscope import wording
from klscope.files import catalogues
from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path
from klscope.views.application import has_no_other_language

SYSTEM = "system"
"""The choice of the system language; other choices are codes of languages."""


class _InForce:
    """The current language and its translators, of which Qt keeps no reference."""

    def __init__(self) -> None:
        self.choice = ENGLISH
        self.code = ENGLISH
        self.translators: list[QTranslator] = []


_in_force = _InForce()


def choices() -> tuple[str, ...]:
    """Return all choices."""
    return (SYSTEM, *catalogues.languages())


def resolve(choice: str) -> str:
    """Return the language of a choice; for SYSTEM, the first available language of the system."""
    return choice if choice != SYSTEM else catalogues.first_available(QLocale.system().uiLanguages())


def chosen() -> str:
    """Return the current choice, at first English."""
    return _in_force.choice


def code() -> str:
    """Return the code of the current language."""
    return _in_force.code


def install(choice: str) -> None:
    """Install the translators of a choice, if klscope made the application including those of Qt; needs a QApplication.

    Existing widgets must be retranslated by the caller.
    """
    language = resolve(choice)
    for translator in _in_force.translators:
        QCoreApplication.removeTranslator(translator)
    _in_force.choice, _in_force.code, _in_force.translators = choice, language, []
    ours = (
        has_no_other_language()
    )  # another program has its own language for dates, numbers and the buttons of its dialogs
    if ours:
        QLocale.setDefault(QLocale(language))
    catalogues.set_language(language)  # messages without Qt
    if language == ENGLISH:
        return  # the language of the source
    folders = [("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))] if ours else []
    for name, folder in (*folders, ("klscope", str(resource_path("translations")))):
        translator = QTranslator()
        if translator.load(f"{name}_{language}", folder):  # a package may omit it
            QCoreApplication.installTranslator(translator)
            _in_force.translators.append(translator)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Install a language within the context, then restore the previous one."""
    before, said = chosen(), wording.installed()
    if code() == language:
        yield
        return
    install(language)
    try:
        yield
    finally:
        install(before)
        wording.install(said)  # without a window it may differ from `code`
