"""The composition root: builds model, views and controllers, and connects them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRandomGenerator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from klscope.by_name import load
from klscope.connections.at_start import connect_at_start
from klscope.connections.context import Context, connect_view
from klscope.connections.documents import Documents
from klscope.connections.entry import connect_entry, show_refusal
from klscope.connections.language import menu_of_examples
from klscope.controllers.bar_edit import BarEditController
from klscope.controllers.commands import CommandController
from klscope.controllers.editor import Editor
from klscope.controllers.entry import EntryController
from klscope.files import examples
from klscope.model.category_edits import MergeCategories
from klscope.model.commands import commands as all_commands
from klscope.model.comparison import Comparison, Side
from klscope.model.edits import OneHot, Random, Sharpen, Smooth, Swap, Uniform
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.views.application import needed_application, style_application, style_window
from klscope.views.commands.actions import Actions
from klscope.views.preferences.preferences import Preferences
from klscope.views.theme import ThemeChoice, resolve
from klscope.views.window.main_window import MainWindow
from klscope.views.window.status_line import StatusLine
from klscope.views.words import group_sentences, language, sentences
from klscope.views.words.names import STARTED_WITH
from klscope.views.words.python_line import python_line

if TYPE_CHECKING:
    from klscope.files.tables.data_reading import DataReading
    from klscope.views.export.data_export import DataExport
    from klscope.views.export.pictures import Pictures

translate = QCoreApplication.translate


class Explorer(QObject):
    """The whole program inside a running QApplication; raises RuntimeError without one.

    Attributes
    ----------
    window
        The main window, not shown.
    store
        The state: ``comparison``, ``measures``, ``undo()``, ``redo()``.
    preferences
        The stored preferences; None to store nothing.
    documents
        The document of the window, its file, and its commands.
    context
        The parts of the program, for what is connected later.
    quit
        What *Quit* does; by default it closes this window.
    """

    def __init__(self, comparison: Comparison, theme: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        needed_application()
        super().__init__()
        self.theme_choice = theme
        self.preferences: Preferences | None = None
        self.store = Store(comparison, parent=self)
        self._actions = Actions(self)
        colours = resolve(theme)
        style_application(colours)
        self.window = MainWindow(self._actions, menu_of_examples(), colours)
        style_window(self.window, colours)
        self.status = StatusLine(self.window)
        self.editor = Editor(self.store)
        self.commands = CommandController(self.editor, seed=QRandomGenerator.global_().bounded(1_000_000))
        self.entry = EntryController(self.editor)
        self.bar_edits = {side: BarEditController(self.editor, side) for side in Side}
        self.context = Context(
            self.store, self.editor, self.commands, self.bar_edits, self.window, self._actions, self.status
        )
        self._actions.show_theme(theme)
        self._connect()
        self._show(self.store.snapshot)

    def _connect(self) -> None:
        window, store, commands, actions = self.window, self.store, self.commands, self._actions
        store.changed.connect(self._show)
        store.pointed.connect(window.show_pointed)
        store.pointed.connect(self.status.show_pointed)
        for side in Side:
            chart, bar_edit = window.chart(side), self.bar_edits[side]
            chart.activated.connect(bar_edit.activate)
            chart.selected.connect(bar_edit.select)
            chart.banded.connect(bar_edit.select_many)
            chart.drag_started.connect(bar_edit.start_drag)
            chart.dragged.connect(bar_edit.drag)
            chart.painted.connect(bar_edit.paint)
            chart.gesture_finished.connect(self.editor.finish)
            chart.gesture_cancelled.connect(self.editor.cancel)
            chart.stepped.connect(bar_edit.step)
            chart.moved.connect(bar_edit.move_selection)
            chart.lock_toggled.connect(bar_edit.toggle_lock)
            chart.hovered.connect(store.point_at)
            chart.menu_requested.connect(self._open_category_menu)
        terms, bar_edit = window.terms_chart, self.bar_edits[Side.Q]
        window.terms_card.hovered.connect(store.point_at)
        window.terms_card.selected.connect(bar_edit.select)
        terms.cap_dragged.connect(bar_edit.drag)
        terms.gesture_finished.connect(self.editor.finish)
        terms.gesture_cancelled.connect(self.editor.cancel)
        window.table.hovered.connect(store.point_at)
        window.formula.hovered.connect(store.point_at)
        window.formula.copied.connect(self.say)
        window.table.row_selected.connect(store.select)
        window.table.copied.connect(self.say)
        window.menus.example_chosen.connect(self.open_example)
        window.menus.step_chosen.connect(store.go_to)
        window.terms_head.mode_chosen.connect(store.set_mode)
        window.terms_card.view_made.connect(lambda mode, view: connect_view(mode.folder, self.context, view))
        window.landscape.built.connect(lambda view: connect_view("landscape", self.context, view))
        actions.modes.triggered.connect(lambda action: store.set_mode(action.data()))
        actions.units.triggered.connect(lambda action: store.set_unit(action.data()))
        actions.themes.triggered.connect(lambda action: self.set_theme(action.data()))
        self.quit: Callable[[], object] = window.close
        actions["quit"].triggered.connect(lambda _=False: self.quit())
        actions["close_window"].triggered.connect(window.close)
        actions["new_window"].setEnabled(False)  # without others, it is for the program that made this one
        actions["copy_table"].triggered.connect(window.table.copy)
        actions["export_image"].triggered.connect(lambda: self.pictures.export(store.snapshot))
        actions["copy_image"].triggered.connect(lambda: self.pictures.copy(store.snapshot))
        actions["export_data"].triggered.connect(lambda: self.data_export.export(store.snapshot))
        for command in all_commands():
            method = getattr(commands, command.name, None)
            if method is not None:
                actions[command.name].triggered.connect(method)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        window.terms_card.menu_requested.connect(self._open_category_menu)
        window.table.menu_requested.connect(self._open_category_menu)
        self._data = connect_entry(self.context, self.entry)
        self._connect_prompts()
        self.lessons, self.sizes = connect_at_start(self.context)
        self.documents = Documents(self.context, self.lessons, self._data.open_files)
        self._data.document_given.connect(self.documents.open_path)
        self.editor.performed.connect(self._show_message_of)
        self.editor.refused.connect(lambda error, side: show_refusal(self.context, error, side))
        self.editor.shared_equally.connect(lambda side: self.say(sentences.of_equal_shares(side)))
        self.editor.rose_equally.connect(lambda side: self.say(group_sentences.of_equal_rise(side)))

    def _connect_prompts(self) -> None:
        window, commands, actions, prompts = self.window, self.commands, self._actions, self.window.prompts

        def side() -> str:
            return self.store.view.active.value

        actions["random_by_seed"].triggered.connect(lambda: prompts.ask_seed(side(), commands.next_seed))
        actions["sharpen"].triggered.connect(lambda: prompts.ask_temperature(side()))
        actions["smooth"].triggered.connect(lambda: prompts.ask_smoothing(side()))
        actions["manual"].triggered.connect(prompts.show_manual)
        actions["reading_help"].triggered.connect(prompts.show_reading_help)
        actions["about"].triggered.connect(prompts.show_about)
        prompts.seed_chosen.connect(commands.draw_random)
        prompts.temperature_previewed.connect(commands.preview_temperature)
        prompts.smoothing_previewed.connect(commands.preview_smoothing)
        prompts.accepted.connect(commands.commit)
        prompts.rejected.connect(self.store.cancel)
        window.readouts.unit_menu_requested.connect(lambda button: self._open_below(button, window.menus.units))
        window.readouts.copy_requested.connect(self._copy_as_python)
        window.try_panel.examples_requested.connect(lambda button: self._open_below(button, window.menus.examples))

    @cached_property
    def pictures(self) -> Pictures:
        """The exporter of pictures, imported on first use to keep the start of the program fast."""
        kind: type[Pictures] = load("klscope.views.export.pictures", "Pictures")
        pictures = kind(self.window, self.preferences)
        pictures.message.connect(self.say)
        return pictures

    @cached_property
    def data_export(self) -> DataExport:
        """The exporter of data, imported on first use."""
        kind: type[DataExport] = load("klscope.views.export.data_export", "DataExport")
        exporter = kind(self.window, self.preferences)
        exporter.message.connect(self.say)
        return exporter

    def _open_category_menu(self, index: int, position: QPoint) -> None:
        if index not in self.store.view.selected:
            self.store.select((index,))
        self.window.menus.open_category_menu(position)

    @staticmethod
    def _open_below(button: QWidget, menu: QMenu) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _copy_as_python(self, name: str) -> None:
        QApplication.clipboard().setText(python_line(self.store.snapshot, name))
        self.say(translate("App", "Copied: a line of Python that computes it."))

    def _show_message_of(self, edit: object) -> None:
        if isinstance(edit, Swap):
            self.say(sentences.of_swap(self.store.snapshot))
        elif isinstance(edit, (Uniform, OneHot, Random, Sharpen, Smooth)):
            self.say(sentences.of_locks_kept(self.store.snapshot, edit.side))
        elif isinstance(edit, MergeCategories):
            self.say(group_sentences.of_merge(self.store.snapshot, edit.indices))

    def _show(self, snapshot: Snapshot) -> None:
        self.window.show_snapshot(snapshot)
        self.status.show_snapshot(snapshot)

    def say_not_remembered(self, reason: str) -> None:
        """Say that the preferences cannot be written."""
        self.say(translate("Remembering", "What you choose is not remembered. {reason}").format(reason=reason))

    def say(self, text: str) -> None:
        """Show a message in the status bar for a while."""
        self.status.say(text)

    def show_data(self, reading: DataReading, paths: Sequence[str]) -> None:
        """Load data that were read from files; ask what is ambiguous."""
        self._data.connection.controller.show(reading, paths)

    def open_data(self, paths: list[str]) -> None:
        """Read data from a file, or P and Q from two, and load them."""
        self._data.open_files(paths)

    def open_example(self, name: str) -> None:
        """Load an example, and show its description."""
        example = examples.load(name, language.code())
        self.commands.open(example.comparison)
        self.say(example.reason)

    def _follow_system(self) -> None:
        if self.theme_choice is ThemeChoice.SYSTEM:
            self.set_theme(ThemeChoice.SYSTEM)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Set the light or dark theme, or that of the desktop."""
        self.theme_choice = choice
        colours = resolve(choice)
        style_application(colours)
        style_window(self.window, colours)
        self.window.set_theme(colours)
        self._actions.show_theme(choice)


def opening(p: ArrayLike | None = None, q: ArrayLike | None = None, labels: Sequence[str] | None = None) -> Comparison:
    """Return the initial comparison: P and Q as given, or *weather*; arguments and errors as in `create`."""
    if p is None and q is None:
        return examples.load(examples.FIRST, language.code()).comparison
    if p is None or q is None:
        raise ValueError("P and Q are given together or not at all")
    return Comparison.from_weights(labels, p, q, origin=STARTED_WITH)


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
    RuntimeError
        If there is no QApplication; the message says how to make one.
    ValueError
        If weights or labels are invalid; the message says what and where.
    """
    return Explorer(opening(p, q, labels))
