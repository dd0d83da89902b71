"""The language of the command line: what ``--language`` asks for, or else what the terminal's environment does."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from klscope.files.catalogues import ENGLISH, LANGUAGES

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = ("C", "POSIX")


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language to speak, "en" or "ko", for the words of a command and the variables of its process."""
    if not _shows("한"):
        return ENGLISH  # a terminal that lacks the letters would show numbers in their place
    return _asked_for(words) or _of_environment(environment)


def _shows(letter: str) -> bool:
    """Tell whether both streams have a letter in their encoding."""
    for stream in (sys.stdout, sys.stderr):
        try:
            letter.encode(getattr(stream, "encoding", None) or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return False
    return True


def _asked_for(words: Sequence[str]) -> str | None:
    """Return the language that ``--language`` names, for help and mistakes are told before the options are read."""
    for place, word in enumerate(words):
        option, sign, value = word.partition("=")
        if option == "--language":
            named = value if sign else "".join(words[place + 1 : place + 2])
            return named if named in LANGUAGES else None
    return None


def _of_environment(environment: Mapping[str, str]) -> str:
    """Return the first language of the environment that is spoken here, by the rules of GNU gettext.

    LC_ALL, LC_MESSAGES and LANG count in this order; LANGUAGE, a list, goes before them unless they ask for none (C).
    """
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    if locale in _NO_LANGUAGE:
        return ENGLISH
    wanted = environment.get("LANGUAGE") or locale
    codes = (name.replace("-", "_").partition("_")[0].partition(".")[0] for name in wanted.split(":"))
    return next((code for code in codes if code in LANGUAGES), ENGLISH)
