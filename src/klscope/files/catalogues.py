"""The languages of what is said without Qt: ``resources/translations/LANGUAGE/LC_MESSAGES/klscope.mo``, and the choice.

``tests/architecture/catalogues.py`` makes the ``.mo`` of the ``.po`` beside it, and says what a translator does.
"""

from __future__ import annotations

import gettext
from functools import cache

from klscope import wording
from klscope.files.resource_files import resource_path

ENGLISH = "en"
LANGUAGES = (ENGLISH, "ko")
DOMAIN = "klscope"


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
    """Let all that is said from now on without Qt be in a language, "en" or "ko"."""
    wording.use(_translations(language))
