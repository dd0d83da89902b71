"""Every command: its words, its keys, its place in a menu, and when it can be given. Oracle: README, specification."""

from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from states import WEATHER, after, comparison_of, pair, state_of

from klscope.model.comparison import Side
from klscope.model.edits import SetLock, SetProbability, Swap, Uniform
from klscope.model.pins import NO_PINS
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views.commands.actions import Actions
from klscope.views.commands.menus import Menus
from klscope.views.theme import ThemeChoice

KEYS_OF_THE_README = {
    **{"edit_values": "Ctrl+Enter", "lock": "L", "unlock_all": "Ctrl+Shift+L", "undo": "Ctrl+Z"},
    **{"redo": "Ctrl+Shift+Z", "copy_p_to_q": "Ctrl+M", "copy_q_to_p": "Ctrl+Shift+M", "swap": "Ctrl+Shift+X"},
    **{"uniform": "Ctrl+U", "one_hot": "Ctrl+1", "random": "Ctrl+R", "random_by_seed": "Ctrl+Shift+R"},
    **{"sharpen": "Ctrl+T", "smooth": "Ctrl+Shift+T", "add": "Ctrl+Shift+A", "remove": "Del", "rename": "F2"},
    **{"merge": "Ctrl+G", "move_left": "Alt+Left", "move_right": "Alt+Right", "adjusted": "Ctrl+K", "pin": "Ctrl+D"},
}
EXAMPLES = [("one", "First & only", "why one", "Group A"), ("two", "Second", "why two", "Group B")]


@pytest.fixture
def actions(qapp):  # noqa: ARG001
    parent = QObject()
    made = Actions(parent)
    made.show_snapshot(state_of())
    yield made
    parent.deleteLater()


@pytest.fixture
def menus(qapp, actions):  # noqa: ARG001
    bar = QMenuBar()
    yield Menus(bar, actions, EXAMPLES)
    bar.deleteLater()


def in_menus(menu):
    """Return every action of a menu and the menus in it."""
    return list(chain.from_iterable(in_menus(one.menu()) if one.menu() else [one] for one in menu.actions()))


def text(action):
    return action.text().replace("&&", "&")


def test_every_command_has_words_and_no_two_have_the_same(actions):
    texts = [text(action) for action in actions.all()]
    assert all(texts)
    assert Counter(texts).most_common(1)[0][1] == 1


def test_no_two_commands_have_the_same_keys(actions):
    keys = [key.toString() for action in actions.all() for key in action.shortcuts()]
    assert len(keys) > 25
    assert Counter(keys).most_common(1)[0][1] == 1


@pytest.mark.parametrize(("name", "keys"), KEYS_OF_THE_README.items())
def test_the_keys_are_those_of_the_readme(actions, name, keys):
    assert actions[name].shortcut() == QKeySequence(keys)


def test_modes_have_the_keys_of_the_readme(actions):
    keys = {action.data(): action.shortcut().toString() for action in actions.modes.actions()}
    places = ("1", "2", "3", "4", "5", "6", "7")
    assert keys == {mode: f"Alt+{place}" for mode, place in zip(ViewMode, places, strict=True)}


def test_every_command_is_in_the_menu_bar_once(actions, menus):
    found = Counter(id(action) for action in in_menus(menus.parent()))
    missing = [text(action) for action in actions.all() if found[id(action)] != 1]
    assert missing == []


def test_no_menu_is_empty_or_nameless(menus):
    bar = menus.parent()
    for menu in bar.findChildren(QMenu):
        if menu not in (menus.undo_history, menus.recent) and menu.title():
            assert menu.actions()
    assert [text(action).replace("&", "") for action in bar.actions()] == [
        *("File", "Edit", "Distribution", "View", "Help")
    ]
    letters = [action.text()[action.text().index("&") + 1].lower() for action in bar.actions()]
    assert len(set(letters)) == 5


def test_commands_name_the_side_and_the_category_they_act_on(actions):
    actions.show_snapshot(state_of(active=Side.P, selected=(2,)))
    for name, words in (
        ("random", "Random P"),
        ("uniform", "Uniform P"),
        ("one_hot", "One-Hot P at rain"),
        ("lock", "Lock P(rain)"),
        ("sharpen", "Sharpen or Soften P…"),
        ("reset", "Reset to ‘weather’"),
        ("merge", "Merge Selected Categories"),
    ):
        assert text(actions[name]) == words
    actions.show_snapshot(state_of(comparison_of([1, 1], [1, 1], ("a", "b"), q_locks=(0,))))
    assert text(actions["lock"]) == "Unlock Q(a)"
    actions.show_snapshot(state_of(selected=(2, 0)))
    assert text(actions["lock"]) == "Lock 2 Categories of Q"
    # sunny and rain: 5/8·log₂(5/3) − 1/4 is left of 5/8
    assert text(actions["merge"]) == "Merge 2 Selected Categories: KL 0.625 → 0.211"
    actions.show_snapshot(after(SetLock(Side.Q, (0,), True), selected=(2, 1, 0)))
    assert text(actions["lock"]) == "Unlock 3 Categories of Q"
    actions.show_snapshot(state_of(selected=(0, 1, 2, 3)))
    assert text(actions["merge"]) == "Merge 4 Selected Categories"  # refused, so nothing is promised
    actions.show_snapshot(state_of(comparison_of([1, 1], [1, 1], ("a", "b"), q_locks=(0,))))
    assert text(actions["merge"]) == "Merge Selected Categories"
    assert text(actions["reset"]) == "Reset"


def test_undo_and_redo_name_their_step(actions):
    actions.show_snapshot(after(SetProbability(Side.Q, 0, 0.5)))
    assert text(actions["undo"]) == "Undo Drag Q: sunny"
    assert actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()


def test_an_ampersand_in_a_name_is_a_letter(actions):
    actions.show_snapshot(pair([1, 1], [1, 2], ("R&D", "b")))
    assert actions["one_hot"].text() == "One-Hot Q at R&&D"


@pytest.mark.parametrize(
    ("snapshot", "off", "on"),
    [
        (state_of, ("undo", "redo", "unlock_all", "move_left", "merge"), ("remove", "move_right", "reset")),
        (lambda: state_of(selected=(3,)), ("move_right",), ("move_left",)),
        (lambda: state_of(selected=(0, 3)), (), ("merge", "remove")),
        # what is wrong with these is said when they are chosen: a greyed command says nothing
        (lambda: state_of(selected=(0, 1, 2, 3)), (), ("merge", "remove")),
        (lambda: pair([1, 1], [1, 2]), ("reset",), ("copy_p_to_q", "remove")),
        (lambda: pair([1, 2], [1, 2]), ("copy_p_to_q", "copy_q_to_p"), ("swap",)),
        (lambda: after(SetLock(Side.Q, (0,), True)), ("one_hot",), ("unlock_all", "undo")),
        (lambda: after(previewed=Uniform(Side.Q)), (), ("undo",)),
        (lambda: state_of(mode=ViewMode.ENTROPY), ("adjusted",), ()),
        (state_of, ("stop_comparing", "remove_pins"), ("pin",)),
        (lambda: replace(state_of(), pins=NO_PINS.add(WEATHER)), (), ("stop_comparing", "remove_pins")),
        (lambda: replace(state_of(), pins=NO_PINS.add(WEATHER).compare(None)), ("stop_comparing",), ("remove_pins",)),
    ],
)
def test_commands_can_be_given_when_they_would_do_something(actions, snapshot, off, on):
    actions.show_snapshot(snapshot())
    assert [name for name in off if actions[name].isEnabled()] == []
    assert [name for name in on if not actions[name].isEnabled()] == []


def test_what_is_chosen_is_marked(actions):
    actions.show_snapshot(state_of(unit=Unit.NAT, mode=ViewMode.CROSS_ENTROPY, with_mass_difference=True))
    actions.show_theme(ThemeChoice.DARK)
    for group, value in (
        (actions.units, Unit.NAT),
        (actions.modes, ViewMode.CROSS_ENTROPY),
        (actions.themes, ThemeChoice.DARK),
    ):
        assert [action.data() for action in group.actions() if action.isChecked()] == [value]
    assert actions["adjusted"].isChecked()


def test_what_is_chosen_during_a_gesture_is_marked_at_once(actions):
    dragging = after(previewed=SetProbability(Side.Q, 0, 0.5))
    actions.show_snapshot(dragging)
    actions.show_snapshot(dragging.with_view(replace(dragging.view, mode=ViewMode.CODE_LENGTHS)))
    marked = [action.data() for action in actions.modes.actions() if action.isChecked()]
    assert marked == [ViewMode.CODE_LENGTHS]
    assert actions["turned"].isEnabled()
    assert not actions["adjusted"].isEnabled()


def test_every_example_is_in_the_menu_with_its_reason_and_opens(menus):
    chosen = []
    menus.example_chosen.connect(chosen.append)
    offered = [action for action in menus.examples.actions() if not action.isSeparator()]
    assert len(offered) == 2
    for action, (_, title, reason, _) in zip(offered, EXAMPLES, strict=True):
        assert title in text(action)
        assert reason in text(action) + action.toolTip()
        action.trigger()
    assert chosen == ["one", "two"]


def test_the_history_lists_every_step_and_marks_where_one_is(menus):
    gone = []
    menus.step_chosen.connect(gone.append)
    menus.undo_history.aboutToShow.emit()  # before there is a state
    menus.show_snapshot(after(SetProbability(Side.Q, 0, 0.5), Swap(), comparison=WEATHER))
    menus.undo_history.aboutToShow.emit()
    menus.undo_history.aboutToShow.emit()  # a second time the same
    listed = menus.undo_history.actions()
    assert [text(action) for action in listed] == ["Start", "Drag Q: sunny", "Swap P and Q"]
    assert [action.isChecked() for action in listed] == [False, False, True]
    listed[1].trigger()
    assert gone == [1]


def test_the_menu_of_a_category_has_what_can_be_done_with_it(menus, actions):
    menus.open_category_menu(QPoint(10, 10))
    opened = next(menu for menu in menus.parent().findChildren(QMenu) if menu.isVisible())
    names = {action.objectName() for action in opened.actions() if not action.isSeparator()}
    opened.close()
    assert {"set_value", "rename", "lock", "one_hot", "merge", "remove"} <= names
    assert actions["lock"] in opened.actions()
