"""Introduces the language to everything that has words: they are all set again, and the state is shown anew."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.controllers.commands import new_name
from klscope.files import examples
from klscope.model.comparison import MOST_EDITABLE_CATEGORIES
from klscope.views.words import language


def menu_of_examples() -> list[tuple[str, str, str, str]]:
    """Return what the menu shows of each example: its name, title, reason and group."""
    return [(entry.name, entry.title, entry.reason, entry.group) for entry in examples.catalogue(language.code())]


def new_names() -> list[str]:
    """Return what new categories are called, all that there can be."""
    return [new_name(number) for number in range(1, 2 * MOST_EDITABLE_CATEGORIES)]


def connect_language(context: Context) -> None:
    """Let the language be chosen, at any time."""
    context.actions.show_language(language.chosen())
    context.actions.languages.triggered.connect(lambda action: set_language(context, action.data()))


def set_language(context: Context, choice: str) -> None:
    """Speak a language from now on: commands, panes, views that were made already, and the names in the examples."""
    before = language.code()
    new_before = new_names()
    language.install(choice)
    context.actions.show_language(choice)
    if language.code() == before:
        return
    lessons = context.window.lessons
    if lessons is not None:
        lessons.language_changing.emit()  # one's own work comes back, to be reworded as all that is on screen
    context.actions.retranslate()
    context.window.menus.show_examples(menu_of_examples())
    context.window.menus.retranslate()
    context.window.retranslate()
    typing = context.window.table_pages.currentWidget() is context.window.values_editor
    # names under which values are being typed stay until they are applied or left
    vocabularies = {} if typing else examples.vocabularies(before, language.code())
    common = {} if typing else dict(zip(new_before, new_names(), strict=True))
    context.store.tell_again(vocabularies, common)
    if lessons is not None:
        lessons.language_changed.emit()
