"""Every command as a QAction, created once; texts are set in one method, so that the language can change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from klscope.by_name import load
from klscope.files import catalogues
from klscope.model.commands import commands
from klscope.model.history import Step
from klscope.model.snapshot import Snapshot
from klscope.model.view_options import BlockOrder
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.application import needed_application
from klscope.views.theme import ThemeChoice
from klscope.views.words import command_words, language, view_words
from klscope.views.words.group_sentences import of_merge_command
from klscope.views.words.names import origin_name, short_name

translate = QCoreApplication.translate


class Actions(QObject):
    """The commands, by name.

    Signals
    -------
    about_to_act(str)
        The command of this name was chosen, and is not executed yet.
    """

    about_to_act = Signal(str)

    def __init__(self, parent: QObject) -> None:
        needed_application()
        super().__init__(parent)
        self._by_name: dict[str, QAction] = {}
        for command in commands():
            action = QAction(self)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
            action.setCheckable(command.is_checkable)
            action.triggered.connect(partial(self._announce, command.name))  # before what executes it
            self._by_name[command.name] = action
        self.modes = self._group(list(ViewMode))
        self.orders = self._group(list(BlockOrder))
        self.units = self._group(list(Unit))
        self.themes = self._group(list(ThemeChoice))
        self.languages = self._group(list(language.choices()))
        for action in self.modes.actions():
            action.setShortcut(QKeySequence(view_words.shortcut(action.data())))
        self._snapshot: Snapshot | None = None
        self.retranslate()

    def _announce(self, name: str, _checked: bool = False) -> None:
        self.about_to_act.emit(name)

    def _group(self, values: list[object]) -> QActionGroup:
        group = QActionGroup(self)
        for value in values:
            action = group.addAction("")
            action.setCheckable(True)
            action.setData(value)
        return group

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> list[QAction]:
        groups = (self.modes, self.orders, self.units, self.themes, self.languages)
        return [*self._by_name.values(), *(action for group in groups for action in group.actions())]

    def retranslate(self) -> None:
        for command in commands():
            action = self._by_name[command.name]
            if "{" not in command.text:
                action.setText(command_words.text(command))
            if command.tip:
                action.setToolTip(command_words.tip(command))
        modes = {mode: view_words.command(mode) for mode in ViewMode}
        orders = {
            BlockOrder.AS_GIVEN: translate("Actions", "As Given"),
            BlockOrder.BY_P: translate("Actions", "By P, the Largest First"),
            BlockOrder.BY_Q: translate("Actions", "By Q, the Largest First"),
        }
        units = {
            Unit.BIT: translate("Actions", "Bits"),
            Unit.NAT: translate("Actions", "Nats"),
            Unit.HARTLEY: translate("Actions", "Hartleys"),
        }
        themes = {
            ThemeChoice.SYSTEM: translate("Actions", "System Theme"),
            ThemeChoice.LIGHT: translate("Actions", "Light"),
            ThemeChoice.DARK: translate("Actions", "Dark"),
        }
        languages = {code: catalogues.own_name(code) for code in catalogues.languages()}
        languages[language.SYSTEM] = translate("Actions", "System Language")
        words_of = ((self.modes, modes), (self.orders, orders), (self.units, units), (self.themes, themes))
        for group, texts in (*words_of, (self.languages, languages)):
            for action in group.actions():
                action.setText(texts[action.data()])
        self._name_by_state()

    def show_theme(self, choice: ThemeChoice) -> None:
        for action in self.themes.actions():
            action.setChecked(action.data() is choice)

    def show_language(self, choice: str) -> None:
        for action in self.languages.actions():
            action.setChecked(action.data() == choice)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        old, self._snapshot = self._snapshot, snapshot
        named_alike = (
            old is not None
            and old.view is snapshot.view
            and old.pins is snapshot.pins
            and old.in_gesture == snapshot.in_gesture
            and (snapshot.in_gesture or old.history is snapshot.history)
        )
        if not named_alike:
            self._name_by_state()

    def _name_by_state(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        view, comparison, history = snapshot.view, snapshot.comparison, snapshot.history
        side = view.active.value
        current = min(view.current, comparison.n - 1)
        label = short_name(comparison.labels[current])
        locked = bool(comparison.locks(view.active)[current])
        several = len(view.selected) > 1
        undoable, redoable = history.undoable, history.redoable
        texts = {
            "undo": translate("Actions", "Undo {step}").format(step=_step_name(undoable))
            if undoable
            else translate("Actions", "Undo"),
            "redo": translate("Actions", "Redo {step}").format(step=_step_name(redoable))
            if redoable
            else translate("Actions", "Redo"),
            "lock": self._lock_pattern(locked, several).format(side=side, label=label, count=len(view.selected)),
            "merge": of_merge_command(snapshot),
            "reset": translate("Actions", "Reset to ‘{name}’").format(name=origin_name(comparison.origin.name))
            if comparison.origin
            else translate("Actions", "Reset"),
        }
        for command in commands():
            if "{" in command.text:
                texts[command.name] = command_words.text(command).format(side=side, label=label)
        for name, text in texts.items():
            self._by_name[name].setText(text.replace("&", "&&"))
        enabled = {
            "undo": undoable is not None or snapshot.in_gesture,
            "redo": redoable is not None,
            "one_hot": not locked,
            "merge": several,
            "unlock_all": bool(comparison.p_locks.any() or comparison.q_locks.any()),
            "move_left": current > 0,
            "move_right": current < comparison.n - 1,
            "reset": comparison.origin is not None,
            "stop_comparing": snapshot.pins.compared is not None,
            "remove_pins": bool(snapshot.pins.all),
            "copy_p_to_q": not snapshot.is_matched,
            "copy_q_to_p": not snapshot.is_matched,
            "adjusted": view.mode is ViewMode.KL_DIVERGENCE,
            "turned": view.mode is ViewMode.CODE_LENGTHS,
        }
        for name, on in enabled.items():
            self._by_name[name].setEnabled(on)
        self._by_name["adjusted"].setChecked(view.terms.with_mass_difference)
        self._by_name["turned"].setChecked(view.code_lengths.reversed_roles)
        self.orders.setEnabled(view.mode is ViewMode.CODE_LENGTHS)
        order = view.code_lengths.block_order
        for group, value in ((self.modes, view.mode), (self.orders, order), (self.units, view.unit)):
            for action in group.actions():
                action.setChecked(action.data() is value)

    @staticmethod
    def _lock_pattern(locked: bool, several: bool) -> str:
        if several:
            return (
                translate("Actions", "Unlock {count} Categories of {side}")
                if locked
                else translate("Actions", "Lock {count} Categories of {side}")
            )
        return (
            translate("Actions", "Unlock {side}({label})") if locked else translate("Actions", "Lock {side}({label})")
        )


def _step_name(step: Step) -> str:
    """Return the name of an undo step; the names are imported by the first one."""
    name: str = load("klscope.views.words.step_names", "step_name")(step)
    return name
