"""The composition root: it builds model, views and controllers, and every connection across them is made here."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from klscope.controllers.commands import CommandController
from klscope.controllers.editor import Editor
from klscope.controllers.hand import HandController
from klscope.files import examples
from klscope.model.comparison import Comparison, Side
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.views import fonts, sentences
from klscope.views.actions import Actions
from klscope.views.icons import program_icon
from klscope.views.main_window import MainWindow
from klscope.views.theme import ThemeChoice, palette, resolve

translate = QCoreApplication.translate
FIRST_EXAMPLE = "weather"
MESSAGE_MILLISECONDS = 6000


class Explorer(QObject):
    """The whole program, inside a running QApplication.

    Attributes
    ----------
    window
        The main window, not shown.
    store
        The state: ``comparison``, ``measures``, ``undo()``, ``redo()``.
    """

    def __init__(self, comparison: Comparison, theme: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__()
        fonts.load()
        self.theme_choice = theme
        self.store = Store(comparison, parent=self)
        catalogue = [(entry.name, entry.title, entry.reason, entry.group) for entry in examples.catalogue()]
        self._actions = Actions(self)
        colours = resolve(theme)
        QApplication.setPalette(palette(colours))
        self.window = MainWindow(self._actions, catalogue, colours)
        self.editor = Editor(self.store)
        self.commands = CommandController(self.editor, seed=int(np.random.default_rng().integers(1_000_000)))
        self.hands = {side: HandController(self.editor, side) for side in Side}
        self._message = QTimer(self)
        self._message.setSingleShot(True)
        self._message.setInterval(MESSAGE_MILLISECONDS)
        self._message.timeout.connect(self._say_what_is_shown)
        self._connect()
        self._show(self.store.snapshot)

    def _connect(self) -> None:
        window, store, commands, actions = self.window, self.store, self.commands, self._actions
        store.changed.connect(self._show)
        store.pointed.connect(window.show_pointed)
        store.pointed.connect(self._say_what_is_shown)
        for side in Side:
            chart, hand = window.chart(side), self.hands[side]
            chart.activated.connect(hand.activate)
            chart.selected.connect(hand.select)
            chart.banded.connect(hand.select_many)
            chart.drag_started.connect(hand.start_drag)
            chart.dragged.connect(hand.drag)
            chart.painted.connect(hand.paint)
            chart.gesture_finished.connect(hand.finish)
            chart.gesture_cancelled.connect(hand.cancel)
            chart.stepped.connect(hand.step)
            chart.moved.connect(hand.move_selection)
            chart.lock_toggled.connect(hand.toggle_lock)
            chart.hovered.connect(store.point_at)
        model_hand = self.hands[Side.Q]
        window.terms_chart.hovered.connect(store.point_at)
        window.terms_chart.selected.connect(model_hand.select)
        window.terms_chart.cap_dragged.connect(model_hand.drag)
        window.terms_chart.gesture_finished.connect(model_hand.finish)
        window.table.hovered.connect(store.point_at)
        window.table.row_selected.connect(commands.select_rows)
        window.menus.example_chosen.connect(self.open_example)
        window.menus.step_chosen.connect(store.go_to)
        window.terms_head.mode_chosen.connect(commands.set_mode)
        window.terms_head.adjusted_chosen.connect(commands.set_adjusted)
        actions.modes.triggered.connect(lambda action: commands.set_mode(action.data()))
        actions.units.triggered.connect(lambda action: commands.set_unit(action.data()))
        actions.themes.triggered.connect(lambda action: self.set_theme(action.data()))
        actions["adjusted"].triggered.connect(commands.set_adjusted)
        actions["quit"].triggered.connect(window.close)
        actions["copy_table"].triggered.connect(window.table.copy)
        for name in (
            *("undo", "redo", "copy_p_to_q", "copy_q_to_p", "swap", "uniform", "one_hot", "random", "lock"),
            *("unlock_all", "add", "remove", "merge", "move_left", "move_right", "reset", "select_all"),
        ):
            actions[name].triggered.connect(getattr(commands, name))
        self.editor.refused.connect(lambda error: self.say(sentences.of_refusal(error, store.comparison)))
        self.editor.shared_equally.connect(
            lambda side: self.say(
                translate("App", "The other bars of {side} never had a ratio: they share equally.").format(side=side)
            )
        )

    def _show(self, snapshot: Snapshot) -> None:
        self.window.show_snapshot(snapshot)
        if not self._message.isActive():
            self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        """Say what the dragged, else the hovered, else the selected category contributes."""
        self._message.stop()
        index = max(self.window.p_chart.dragged_index, self.window.q_chart.dragged_index)
        if index < 0:
            index = self.store.hovered
        if index < 0:
            index = self.store.view.current
        self.window.show_sentence(sentences.of_category(self.store.snapshot, index))

    def say(self, text: str) -> None:
        """Say something for a while in the status bar."""
        self.window.show_sentence(text)
        self._message.start()

    def open_example(self, name: str) -> None:
        """Put an example in place of the data."""
        self.commands.open(examples.load(name).comparison)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Take light or dark colours, or those of the desktop."""
        self.theme_choice = choice
        colours = resolve(choice)
        QApplication.setPalette(palette(colours))
        self.window.set_theme(colours)


def create(p: ArrayLike | None = None, q: ArrayLike | None = None, labels: Sequence[str] | None = None) -> Explorer:
    """Build the whole program inside a running QApplication, without showing it.

    Parameters
    ----------
    p, q
        Weights of shape ``(n,)``; None for both opens *weather*.
    labels
        ``n`` names; None for A, B, C …

    Raises
    ------
    ValueError
        Where the weights or labels make no comparison; the message says what and where.
    """
    if p is None and q is None:
        return Explorer(examples.load(FIRST_EXAMPLE).comparison)
    if p is None or q is None:
        raise ValueError("P and Q are given together or not at all")
    origin = translate("App", "the data you started with")
    return Explorer(Comparison.from_weights(labels, p, q, origin=origin))


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("klscope")
    application.setDesktopFileName("klscope")
    application.setStyle("Fusion")
    application.setWindowIcon(program_icon())
    if arguments.example is not None:
        explorer = Explorer(examples.load(arguments.example).comparison)
    else:
        explorer = create(arguments.p_weights, arguments.q_weights, arguments.label_list)
    if arguments.theme is not None:
        explorer.set_theme(ThemeChoice(arguments.theme))
    explorer.window.show()
    gc.unfreeze()
    return application.exec()
