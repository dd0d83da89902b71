"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from klscope.by_name import load
from klscope.model import commands
from klscope.model.command import Command
from klscope.model.snapshot import Snapshot
from klscope.views.commands.actions import Actions
from klscope.views.commands.pin_menus import PinMenus

translate = QCoreApplication.translate

CATEGORY = (("set_value", "rename", "lock", "one_hot"), ("merge", "remove"))
"""The groups of the context menu of a category."""


class Menus(QObject):
    """File, Edit, Distribution, View, Help.

    Signals
    -------
    example_chosen(str)
        An example was chosen, by its name.
    step_chosen(int)
        The number of undo steps to be in effect.
    """

    example_chosen = Signal(str)
    step_chosen = Signal(int)

    def __init__(self, bar: QMenuBar, actions: Actions, examples: list[tuple[str, str, str, str]]) -> None:
        super().__init__(bar)
        self._actions = actions
        self._snapshot: Snapshot | None = None
        self.examples = QMenu(bar)
        self.show_examples(examples)
        self.recent, self.undo_history, self.pins = QMenu(bar), QMenu(bar), PinMenus(bar, actions)
        self._choices: dict[str, QMenu] = {}
        for name, group in (
            ("orders", actions.orders),
            ("units", actions.units),
            ("themes", actions.themes),
            ("languages", actions.languages),
        ):
            self._choices[name] = QMenu(bar)
            self._choices[name].addActions(group.actions())
        self.units = self._choices["units"]
        known = {
            "examples": self.examples,
            "recent": self.recent,
            "undo_history": self.undo_history,
            "pins": self.pins.menu,
        }
        submenus = {**known, **self._choices}
        self._of_bar: dict[str, QMenu] = {}
        for row in commands.MENUS:
            if row.name not in submenus:
                self._of_bar[row.name] = bar.addMenu("")
                self._fill(self._of_bar[row.name], row.groups, submenus)
        self._category = QMenu(bar)
        self._fill(self._category, CATEGORY, {})
        self.undo_history.aboutToShow.connect(self._fill_history)
        self.retranslate()

    def _fill(self, menu: QMenu, groups: Sequence[Sequence[Command | str]], submenus: Mapping[str, QMenu]) -> None:
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            for one in group:
                if one == "modes":
                    menu.addActions(self._actions.modes.actions())
                elif isinstance(one, str) and one in submenus:
                    menu.addMenu(submenus[one])
                else:
                    menu.addAction(self._actions[one if isinstance(one, str) else one.name])

    def show_examples(self, examples: list[tuple[str, str, str, str]]) -> None:
        """Set the menu of examples: name, title, reason and group of each."""
        self.examples.clear()
        group = ""
        for name, title, reason, heading in examples:
            if heading != group and group:
                self.examples.addSeparator()
            group = heading
            # a tab starts the column of shortcuts, which shows the reason
            action = self.examples.addAction(f"{title}\t{reason}".replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(lambda _=False, name=name: self.example_chosen.emit(name))

    def fill_recent(self, paths: Sequence[str], open_path: Callable[[str], None], clear: Callable[[], None]) -> None:
        """Fill the menu of documents that were opened or saved last, with a command that empties it."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: open_path(path))
        if paths:
            self.recent.addSeparator()
        clearing = self.recent.addAction(translate("Menus", "Clear Menu"))
        clearing.setEnabled(bool(paths))
        clearing.triggered.connect(lambda _=False: clear())

    def retranslate(self) -> None:
        for menu in commands.MENUS:
            if menu.name in self._of_bar:
                self._of_bar[menu.name].setTitle(QCoreApplication.translate("Menus", menu.title))
        self.examples.setTitle(translate("Menus", "Open E&xample"))
        self.recent.setTitle(translate("Menus", "Open &Recent"))
        self.undo_history.setTitle(translate("Menus", "Undo &History"))
        self._choices["orders"].setTitle(translate("Menus", "&Order of Code Lengths"))
        self.units.setTitle(translate("Menus", "&Unit"))
        self._choices["themes"].setTitle(translate("Menus", "&Theme"))
        self._choices["languages"].setTitle(translate("Menus", "&Language"))
        self.pins.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Store the history and the pins for menus that are filled on opening."""
        self._snapshot = snapshot
        self.pins.show_pins(snapshot.pins)

    def _fill_history(self) -> None:
        self.undo_history.clear()
        if self._snapshot is None:
            return
        history = self._snapshot.history
        names = [translate("Menus", "Start"), *map(load("klscope.views.words.step_names", "step_name"), history.steps)]
        for position, name in enumerate(names):
            action: QAction = self.undo_history.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(position == history.position)
            action.triggered.connect(lambda _=False, position=position: self.step_chosen.emit(position))

    def open_category_menu(self, position: QPoint) -> None:
        self._category.popup(position)
