"""The language of the command line, from ``--language`` or the environment."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from klscope.files.catalogues import ENGLISH, first_available, languages, own_name

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = ("C", "POSIX")


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the code of the language, from the arguments of a command and its environment variables."""
    language = _asked_for(words) or _of_environment(environment)
    # a terminal that cannot encode it would show escapes
    return language if _shows(own_name(language)) else ENGLISH


def _shows(letters: str) -> bool:
    """Return whether stdout and stderr can encode ``letters``."""
    for stream in (sys.stdout, sys.stderr):
        try:
            letters.encode(getattr(stream, "encoding", None) or "utf-8")
        except (UnicodeEncodeError, LookupError):
            return False
    return True


def _asked_for(words: Sequence[str]) -> str | None:
    """Return the value of ``--language``; help and errors are written before the options are parsed."""
    for place, word in enumerate(words):
        option, sign, value = word.partition("=")
        if option == "--language":
            named = value if sign else "".join(words[place + 1 : place + 2])
            return named if named in languages() else None
    return None


def _of_environment(environment: Mapping[str, str]) -> str:
    """Return the first available language of the environment, by the rules of GNU gettext.

    The locale is the first of LC_ALL, LC_MESSAGES and LANG; the list LANGUAGE has priority unless the locale is C.
    """
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    if locale in _NO_LANGUAGE:
        return ENGLISH
    wanted = environment.get("LANGUAGE") or locale
    return first_available(wanted.split(":"))
