"""Connects the choice of the language: all texts are set again, and the state is emitted again."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.controllers.commands import new_name
from klscope.files import examples
from klscope.model.comparison import MOST_EDITABLE_CATEGORIES
from klscope.views.words import language


def menu_of_examples() -> list[tuple[str, str, str, str]]:
    """Return the menu entries of the examples: name, title, reason and group."""
    return [(entry.name, entry.title, entry.reason, entry.group) for entry in examples.catalogue(language.code())]


def new_names() -> list[str]:
    """Return all names that new categories can have."""
    return [new_name(number) for number in range(1, 2 * MOST_EDITABLE_CATEGORIES)]


def connect_language(context: Context) -> None:
    """Connect the menu of languages."""
    context.actions.show_language(language.chosen())
    context.actions.languages.triggered.connect(lambda action: set_language(context, action.data()))


def set_language(context: Context, choice: str) -> None:
    """Set the language of commands, panes, existing views, and the names in examples."""
    before = language.code()
    new_before = new_names()
    language.install(choice)
    context.actions.show_language(choice)
    if language.code() != before:
        retranslate(context, before, new_before)


def retranslate(context: Context, before: str, new_before: list[str]) -> None:
    """Show everything in the language in force.

    Parameters
    ----------
    context
        The parts of the program.
    before
        The language that is shown.
    new_before
        The names of new categories in it, by `new_names`.
    """
    context.window.language_changing.emit()
    lessons = context.window.lessons
    if lessons is not None:
        lessons.language_changing.emit()  # restores the session before the lesson, so that it is translated too
    context.actions.retranslate()
    context.window.menus.show_examples(menu_of_examples())
    context.window.menus.retranslate()
    context.window.retranslate()
    typing = context.window.table_pages.currentWidget() is context.window.values_editor
    # names being typed stay until they are applied or discarded
    vocabularies = {} if typing else examples.vocabularies(before, language.code())
    common = {} if typing else dict(zip(new_before, new_names(), strict=True))
    context.window.names_translated.emit(context.store.relabel(vocabularies, common))
    if lessons is not None:
        lessons.language_changed.emit()
    context.window.language_changed.emit()
