"""Translation of messages without Qt, by GNU gettext catalogues.

The command line, the readers of lessons and weights, and the checks before a window opens use these functions. The
texts in the source are English. `klscope.files.catalogues.set_language` installs the translations of a language.
"""

from __future__ import annotations

from gettext import NullTranslations


class _Installed:
    def __init__(self) -> None:
        self.translations = NullTranslations()


_installed = _Installed()


def installed() -> NullTranslations:
    """Return the translations in use."""
    return _installed.translations


def install(translations: NullTranslations) -> None:
    """Use these translations from now on."""
    _installed.translations = translations


def gettext(message: str, /, **values: object) -> str:
    """Return the translation of ``message``, with ``values`` inserted by `str.format`.

    ``message`` must be a literal, so that it can be extracted; a literal brace is doubled.
    """
    return _installed.translations.gettext(message).format(**values)


def ngettext(singular: str, plural: str, /, *, count: int, **values: object) -> str:
    """Return the translation in the plural form for ``count``, with ``count`` and ``values`` inserted."""
    return _installed.translations.ngettext(singular, plural, count).format(count=count, **values)


def mark(message: str) -> str:
    """Return ``message`` unchanged, marked for extraction; `translated` translates it later."""
    return message


def translated(message: str) -> str:
    """Return the translation of a message marked by `mark`; any other text is returned as it is."""
    return _installed.translations.gettext(message) if message else message


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802  # the name that Qt's lupdate looks for
    """Return ``text`` unchanged, marked for the window's translations; `QCoreApplication.translate` translates it."""
    return text


def with_remedy(what: str, remedy: str) -> str:
    """Return a message with its remedy, which may be empty."""
    return gettext("{what}; {remedy}", what=what, remedy=remedy) if remedy else what
