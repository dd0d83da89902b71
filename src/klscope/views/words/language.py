"""The language of the window: which there are, which is in force, and what speaks it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from klscope.files import catalogues
from klscope.files.resource_files import resource_path


class Language(Enum):
    """What a person chose; SYSTEM follows the desktop."""

    SYSTEM = "system"
    ENGLISH = "en"
    KOREAN = "ko"


OWN_NAMES = {Language.ENGLISH: "English", Language.KOREAN: "한국어"}
"""Each language in itself, so that whoever lost the way in another finds back."""


class _InForce:
    """The language that was installed last, and its translators: Qt does not keep them."""

    def __init__(self) -> None:
        self.choice = Language.ENGLISH
        self.language = Language.ENGLISH
        self.translators: list[QTranslator] = []


_in_force = _InForce()


def resolve(choice: Language) -> Language:
    """Return the language of a choice, asking the desktop for SYSTEM: its first language that is spoken here."""
    if choice is not Language.SYSTEM:
        return choice
    wanted = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    return next((Language(code) for code in wanted if code in ("en", "ko")), Language.ENGLISH)


def chosen() -> Language:
    """Return what was chosen last; English, before anything was."""
    return _in_force.choice


def code() -> str:
    """Return the code of the language in force, "en" or "ko"."""
    return _in_force.language.value


def install(choice: Language) -> None:
    """Let all that is translated from now on, Qt's own words too, be in a language; needs a QApplication.

    What stands in a window already has to be set again by those who set it.
    """
    language = resolve(choice)
    for translator in _in_force.translators:
        QCoreApplication.removeTranslator(translator)
    _in_force.choice, _in_force.language, _in_force.translators = choice, language, []
    QLocale.setDefault(QLocale(language.value))
    catalogues.speak(language.value)  # what is said by parts that know no Qt
    if language is Language.ENGLISH:
        return  # what is written in the source
    folders = (("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),)
    for name, folder in (*folders, ("klscope", str(resource_path("translations")))):
        translator = QTranslator()
        if translator.load(f"{name}_{language.value}", folder):  # Qt's own may be left out by who packages it
            QCoreApplication.installTranslator(translator)
            _in_force.translators.append(translator)
