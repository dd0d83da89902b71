"""The language of the window: which was chosen, which is in force, and what speaks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from klscope import wording
from klscope.files import catalogues
from klscope.files.catalogues import ENGLISH
from klscope.files.resource_files import resource_path

SYSTEM = "system"
"""The choice that follows the desktop; every other is the code of a language."""


class _InForce:
    """The language that was installed last, and its translators: Qt does not keep them."""

    def __init__(self) -> None:
        self.choice = ENGLISH
        self.code = ENGLISH
        self.translators: list[QTranslator] = []


_in_force = _InForce()


def choices() -> tuple[str, ...]:
    """Return all that can be chosen."""
    return (SYSTEM, *catalogues.languages())


def resolve(choice: str) -> str:
    """Return the language of a choice, asking the desktop for SYSTEM: its first language that is spoken here."""
    return choice if choice != SYSTEM else catalogues.first_available(QLocale.system().uiLanguages())


def chosen() -> str:
    """Return what was chosen last; English, before anything was."""
    return _in_force.choice


def code() -> str:
    """Return the code of the language in force."""
    return _in_force.code


def install(choice: str) -> None:
    """Let all that is translated from now on, Qt's own words too, be in a language; needs a QApplication.

    What stands in a window already has to be set again by those who set it.
    """
    language = resolve(choice)
    for translator in _in_force.translators:
        QCoreApplication.removeTranslator(translator)
    _in_force.choice, _in_force.code, _in_force.translators = choice, language, []
    QLocale.setDefault(QLocale(language))
    catalogues.set_language(language)  # what is said by parts that know no Qt
    if language == ENGLISH:
        return  # what is written in the source
    folders = (("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),)
    for name, folder in (*folders, ("klscope", str(resource_path("translations")))):
        translator = QTranslator()
        if translator.load(f"{name}_{language}", folder):  # may be left out by who packages it
            QCoreApplication.installTranslator(translator)
            _in_force.translators.append(translator)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let what is made meanwhile, as a lesson's sheet, be in a language; then the window has its own again."""
    before, said = chosen(), wording.installed()
    if code() == language:
        yield
        return
    install(language)
    try:
        yield
    finally:
        install(before)
        wording.install(said)  # without a window it may be in a language that was never installed
