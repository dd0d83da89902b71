"""The menu bar: where each command is found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from klscope.model.snapshot import Snapshot
from klscope.views.commands.actions import Actions
from klscope.views.commands.pin_menus import PinMenus
from klscope.views.words.step_names import step_name

translate = QCoreApplication.translate

DISTRIBUTION = (
    ("copy_p_to_q", "copy_q_to_p", "swap"),
    ("uniform", "one_hot", "random", "random_by_seed", "sharpen", "smooth"),
    ("lock", "unlock_all"),
    ("add", "remove", "rename", "merge", "move_left", "move_right"),
    ("reset",),
)


class Menus(QObject):
    """File, Edit, Distribution, View, Help.

    Signals
    -------
    example_chosen(str)
        An example, by its name.
    step_chosen(int)
        So many steps are to be in force.
    """

    example_chosen = Signal(str)
    step_chosen = Signal(int)

    def __init__(self, bar: QMenuBar, actions: Actions, examples: list[tuple[str, str, str, str]]) -> None:
        super().__init__(bar)
        self._actions = actions
        self._snapshot: Snapshot | None = None
        self.examples = QMenu(bar)
        self.show_examples(examples)
        self._file, self._edit = bar.addMenu(""), bar.addMenu("")
        self._distribution, self._view, self._help = bar.addMenu(""), bar.addMenu(""), bar.addMenu("")
        self._file.addMenu(self.examples)
        self._file.addAction(actions["open_lesson"])
        self._fill(self._file, (("export_image", "copy_image"), ("quit",)), separated=True)
        self._fill(self._edit, (("undo", "redo"),))
        self.undo_history = QMenu(bar)
        self._edit.addMenu(self.undo_history)
        self._fill(self._edit, (("pin",),), separated=True)
        self.pins = PinMenus(bar, actions)
        self._edit.addMenu(self.pins.menu)
        self._fill(self._edit, (("edit_values", "set_value"), ("copy_table", "select_all")), separated=True)
        self._fill(self._distribution, DISTRIBUTION)
        self._view.addActions(actions.modes.actions())
        self._view.addAction(actions["adjusted"])
        self._orders = QMenu(bar)
        self._orders.addActions(actions.orders.actions())
        self._view.addMenu(self._orders)
        self._view.addAction(actions["turned"])
        self._view.addSeparator()
        self.units = QMenu(bar)
        self.units.addActions(actions.units.actions())
        self._themes = QMenu(bar)
        self._themes.addActions(actions.themes.actions())
        self._view.addMenu(self.units)
        self._view.addMenu(self._themes)
        self._languages = QMenu(bar)
        self._languages.addActions(actions.languages.actions())
        self._view.addMenu(self._languages)
        self._view.addSeparator()
        self._fill(self._view, (("larger", "smaller", "usual_size"), ("present",)))
        self._fill(self._help, (("manual", "first_steps"), ("lessons", "lesson_back", "lesson_next"), ("about",)))
        self._category = QMenu(bar)
        self._fill(self._category, (("set_value", "rename", "lock", "one_hot"), ("merge", "remove")))
        self.undo_history.aboutToShow.connect(self._fill_history)
        self.retranslate()

    def _fill(self, menu: QMenu, groups: tuple[tuple[str, ...], ...], separated: bool = False) -> None:
        for place, group in enumerate(groups):
            if place or separated:
                menu.addSeparator()
            for name in group:
                menu.addAction(self._actions[name])

    def show_examples(self, examples: list[tuple[str, str, str, str]]) -> None:
        """Offer these examples: of each its name, title, reason and group."""
        self.examples.clear()
        group = ""
        for name, title, reason, heading in examples:
            if heading != group and group:
                self.examples.addSeparator()
            group = heading
            # after a tab comes the column of the shortcuts: there the reason stands beside the name
            action = self.examples.addAction(f"{title}\t{reason}".replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(lambda _=False, name=name: self.example_chosen.emit(name))

    def retranslate(self) -> None:
        """Set the words in the current language."""
        self._file.setTitle(translate("Menus", "&File"))
        self._edit.setTitle(translate("Menus", "&Edit"))
        self._distribution.setTitle(translate("Menus", "&Distribution"))
        self._view.setTitle(translate("Menus", "&View"))
        self._help.setTitle(translate("Menus", "&Help"))
        self.examples.setTitle(translate("Menus", "Open E&xample"))
        self.undo_history.setTitle(translate("Menus", "Undo &History"))
        self._orders.setTitle(translate("Menus", "&Order of Code Lengths"))
        self.units.setTitle(translate("Menus", "&Unit"))
        self._themes.setTitle(translate("Menus", "&Theme"))
        self._languages.setTitle(translate("Menus", "&Language"))
        self.pins.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Remember the history and the pins for when their menus open."""
        self._snapshot = snapshot
        self.pins.show_pins(snapshot.pins)

    def _fill_history(self) -> None:
        self.undo_history.clear()
        if self._snapshot is None:
            return
        history = self._snapshot.history
        names = [translate("Menus", "Start"), *(step_name(step) for step in history.steps)]
        for position, name in enumerate(names):
            action: QAction = self.undo_history.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(position == history.position)
            action.triggered.connect(lambda _=False, position=position: self.step_chosen.emit(position))

    def open_category_menu(self, position: QPoint) -> None:
        """Open the context menu of the selected category at a global position."""
        self._category.popup(position)
