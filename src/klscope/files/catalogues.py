"""The languages of the program: English, of the source, and each with a catalogue in ``resources/translations``.

A language is found, not listed: ``resources/translations/CODE/LC_MESSAGES/klscope.mo`` makes CODE one, and says its
name in itself. What else there may be of it (the window's words, ``klscope_CODE.qm``; ``examples/index.CODE.json``;
``lessons/CODE``) is in English where it is missing. ``tests/architecture/translations.py`` says what a translator does.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from functools import cache

from klscope import wording
from klscope.files.resource_files import resource_path
from klscope.wording import marked

ENGLISH = "en"
DOMAIN = "klscope"
OWN_NAME = marked("English")
"""The name of a language in itself, so that whoever lost the way in another finds back."""


@cache
def languages() -> tuple[str, ...]:
    """Return the code of every language there is, English first."""
    found = resource_path("translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted({path.parents[1].name for path in found} - {ENGLISH}))


def own_name(language: str) -> str:
    """Return what a language is called in itself; its code, where its catalogue does not say."""
    name = _translations(language).gettext(OWN_NAME)
    return language if name == OWN_NAME and language != ENGLISH else name


def first_spoken(wanted: Iterable[str]) -> str:
    """Return the first of these locales (``ko``, ``ko-KR``, ``ko_KR.UTF-8``) that there is a language for, or English.

    Of a locale with a country, that language counts before the one without.
    """
    for name in wanted:
        locale = name.partition(".")[0].partition("@")[0].replace("-", "_")
        for code in (locale, locale.partition("_")[0]):
            if code in languages():
                return code
    return ENGLISH


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()  # what is written in the source
    try:
        path = resource_path("translations", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    except FileNotFoundError:  # who packages the program may leave it out
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def speak(language: str) -> None:
    """Let all that is said from now on without Qt be in a language, by its code."""
    wording.use(_translations(language))
