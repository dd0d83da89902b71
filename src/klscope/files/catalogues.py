"""The languages of the program: English, of the source, and each with a catalogue in ``resources/translations``.

The code of a language is the name of a folder with a catalogue: ``resources/translations/CODE/LC_MESSAGES/klscope.mo``.
The other files of a language (``klscope_CODE.qm`` for the window, ``examples/index.CODE.json``, ``lessons/CODE``) are
optional and fall back to English. ``tests/architecture/translations.py`` describes how to add and update a language.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from functools import cache

from klscope import wording
from klscope.files.resource_files import resource_path
from klscope.wording import mark

ENGLISH = "en"
DOMAIN = "klscope"
OWN_NAME = mark("English")
"""The message whose translation is the name of a language in that language."""


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages, English first."""
    found = resource_path("translations").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted({path.parents[1].name for path in found} - {ENGLISH}))


def own_name(language: str) -> str:
    """Return the name of a language in that language; its code if the catalogue lacks it."""
    name = _translations(language).gettext(OWN_NAME)
    return language if name == OWN_NAME and language != ENGLISH else name


def first_available(wanted: Iterable[str]) -> str:
    """Return the language of the first of these locales (``ko``, ``ko-KR``, ``ko_KR.UTF-8``) that has one, or English.

    A language with the country of a locale is preferred to one without.
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
        return gettext.NullTranslations()  # the messages in the source
    try:
        path = resource_path("translations", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    except FileNotFoundError:  # a package may omit it
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def set_language(language: str) -> None:
    """Install the translations of a language, by its code, for messages without Qt."""
    wording.install(_translations(language))
