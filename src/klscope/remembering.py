"""Persistence of the settings of the window: restored at the start, saved when they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from klscope.app import Explorer
from klscope.model import first_steps
from klscope.model.snapshot import Snapshot
from klscope.model.view_options import BlockOrder
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice

TRIED, SIZE = "tried", "size"


@dataclass
class Asked:
    """What the command line asks for; it is not saved until something else is chosen, in any window."""

    theme: ThemeChoice | None = None
    language: str | None = None


def remember(explorer: Explorer, preferences: Preferences, asked: Asked | None = None) -> None:
    """Restore the preferences, except theme and language, and save changes from now on."""
    explorer.preferences = explorer.documents.preferences = preferences
    preferences.not_written.connect(explorer.say_not_remembered)  # a method: connected until the window is deleted
    take_up(explorer, preferences)
    _follow(explorer, preferences, Asked() if asked is None else asked)


def take_up(explorer: Explorer, preferences: Preferences) -> None:
    """Restore the preferences, except theme and language; invalid values are ignored."""
    window, store = explorer.window, explorer.store
    geometry = preferences.geometry()
    if geometry is not None:
        window.restoreGeometry(geometry)
        # a presentation does not continue
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
    store.set_unit(preferences.choice("unit", Unit, store.view.unit))
    store.set_mode(preferences.choice("mode", ViewMode, store.view.mode))
    codes = store.view.code_lengths
    block_order = preferences.choice("code_order", BlockOrder, codes.block_order)
    store.set_options(replace(codes, block_order=block_order))
    if preferences.percent(SIZE) > 100:
        explorer.sizes.choose(preferences.percent(SIZE) / 100)
    explorer.lessons.remember(preferences)
    tried = preferences.numbers(TRIED) & frozenset(range(first_steps.COUNT))
    window.try_panel.set_done(tried)
    if len(tried) == first_steps.COUNT:
        explorer.lessons.replace_try_panel()


def _follow(explorer: Explorer, preferences: Preferences, asked: Asked) -> None:
    window, actions = explorer.window, explorer.window.actions_by_name
    explorer.store.changed.connect(_view_follower(explorer, preferences))
    saves: dict[str, Callable[[Any], None]] = {
        "theme": lambda choice: preferences.save_choice("theme", choice),
        "language": lambda code: preferences.save_text("language", code),
    }
    actions.themes.triggered.connect(_menu_follower(asked, "theme", saves["theme"]))
    actions.languages.triggered.connect(_menu_follower(asked, "language", saves["language"]))
    explorer.sizes.changed.connect(lambda factor: preferences.save_percent(SIZE, round(100 * factor)))
    window.try_panel.ticked.connect(lambda place: preferences.save_number(TRIED, place))

    def save_place() -> None:
        preferences.save_geometry(window.saveGeometry())
        preferences.flush()

    window.closed.connect(save_place)


def _view_follower(explorer: Explorer, preferences: Preferences) -> Callable[[Snapshot], None]:
    """Return a slot that saves view options when they change; those of a lesson or of a document are not saved."""

    def choices(view: ViewState) -> dict[str, Enum]:
        return {"unit": view.unit, "mode": view.mode, "code_order": view.code_lengths.block_order}

    known = choices(explorer.store.view)

    def follow(snapshot: Snapshot) -> None:
        if explorer.lessons.in_lesson:
            return
        if explorer.documents.controller.is_taking:
            known.update(choices(snapshot.view))
        for name, value in choices(snapshot.view).items():
            if value is not known[name]:
                known[name] = value
                preferences.save_choice(name, value)

    return follow


def _menu_follower(asked: Asked, name: str, save: Callable[[Any], None]) -> Callable[[QAction], None]:
    """Return a slot that saves the choice in a menu, unless it is what the command line asked for."""

    def follow(action: QAction) -> None:
        if action.data() != getattr(asked, name):
            setattr(asked, name, None)
            save(action.data())

    return follow
