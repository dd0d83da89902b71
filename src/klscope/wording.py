"""What is said without Qt: written in English where it is said, and looked up in the language in force when it is said.

The command line, the readers of lessons and of weights, and what is asked before a window opens all speak through
here. `klscope.files.catalogues` chooses the language; until it does, it is the English of the source.
"""

from __future__ import annotations

import gettext


class _InForce:
    """The translations that were chosen last."""

    def __init__(self) -> None:
        self.translations = gettext.NullTranslations()


_in_force = _InForce()


def in_force() -> gettext.NullTranslations:
    """Return the translations that everything is said by, for `use` to come back to them."""
    return _in_force.translations


def use(translations: gettext.NullTranslations) -> None:
    """Say everything by these translations from now on."""
    _in_force.translations = translations


def phrase(text: str, /, **values: object) -> str:
    """Return a text in the language in force, with ``values`` put in by name.

    The text is a literal, for the tool that collects what is to be translated; a brace that is meant is doubled.
    """
    return _in_force.translations.gettext(text).format(**values)


def counted_phrase(one: str, many: str, /, *, count: int, **values: object) -> str:
    """Return what is said of ``count`` things, in the form that the language has for so many."""
    return _in_force.translations.ngettext(one, many, count).format(count=count, **values)


def marked(text: str) -> str:
    """Return a text as it is, marked for translation: `said` says it later."""
    return text


def said(text: str) -> str:
    """Return a text that was `marked` in the language in force; one that was not, as it is."""
    return _in_force.translations.gettext(text) if text else text


def with_remedy(what: str, remedy: str) -> str:
    """Return what is wrong and, where something can be done about it, that too."""
    return phrase("{what}; {remedy}", what=what, remedy=remedy) if remedy else what
