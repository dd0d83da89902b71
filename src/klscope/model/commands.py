"""The table of commands: actions, menus, shortcuts, the manual's keys and the names in lessons are made from it."""

from __future__ import annotations

from klscope.model.command import SAME, Command, Menu
from klscope.model.file_commands import FILE_MENU
from klscope.wording import QT_TRANSLATE_NOOP

MENUS = (
    FILE_MENU,
    Menu(
        "edit",
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        (
            (
                Command(
                    "undo",
                    QT_TRANSLATE_NOOP("Actions", "Undo"),
                    ("Ctrl+Z",),
                    lesson="undo",
                    manual=QT_TRANSLATE_NOOP("Manual", "undo and redo, one gesture at a time"),
                ),
                Command("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), manual=SAME),
                "undo_history",
            ),
            (
                Command(
                    "pin",
                    QT_TRANSLATE_NOOP("Actions", "Pin This State"),
                    ("Ctrl+D",),
                    lesson="pin",
                    manual=QT_TRANSLATE_NOOP("Manual", "pin this state, and compare with it from here on"),
                ),
                "pins",
            ),
            (
                Command(
                    "edit_values",
                    QT_TRANSLATE_NOOP("Actions", "Edit Values…"),
                    ("Ctrl+Enter", "Ctrl+Return"),
                    manual=QT_TRANSLATE_NOOP("Manual", "edit all values at once, unscaled; Ctrl+V there: a table"),
                ),
                Command("set_value", QT_TRANSLATE_NOOP("Actions", "Type a Value")),
            ),
            (
                Command(
                    "paste",
                    QT_TRANSLATE_NOOP("Actions", "Paste Data"),
                    ("Ctrl+V",),
                    manual=QT_TRANSLATE_NOOP("Manual", "paste a table, or a value for the selected bar"),
                    keeps_proposal=True,
                ),
                Command(
                    "copy_table",
                    QT_TRANSLATE_NOOP("Actions", "Copy Table"),
                    ("Ctrl+Alt+C",),
                    manual=QT_TRANSLATE_NOOP("Manual", "copy the table: text, HTML and CSV at once, with all digits"),
                ),
                Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select All Categories"), ("Ctrl+A",)),
            ),
        ),
    ),
    Menu(
        "distribution",
        QT_TRANSLATE_NOOP("Menus", "&Distribution"),
        (
            (
                Command("copy_p_to_q", QT_TRANSLATE_NOOP("Actions", "Q ← P"), ("Ctrl+M",), lesson="copy P to Q"),
                Command("copy_q_to_p", QT_TRANSLATE_NOOP("Actions", "P ← Q"), ("Ctrl+Shift+M",), lesson="copy Q to P"),
                Command("swap", QT_TRANSLATE_NOOP("Actions", "Swap P and Q"), ("Ctrl+Shift+X",), lesson="swap"),
            ),
            (
                Command(
                    "uniform", QT_TRANSLATE_NOOP("Actions", "Uniform {side}"), ("Ctrl+U",), lesson="uniform {side}"
                ),
                Command(
                    "one_hot",
                    QT_TRANSLATE_NOOP("Actions", "One-Hot {side} at {label}"),
                    ("Ctrl+1",),
                    lesson="one-hot {side}",
                    button=QT_TRANSLATE_NOOP("Actions", "One-Hot {side}"),
                ),
                Command("random", QT_TRANSLATE_NOOP("Actions", "Random {side}"), ("Ctrl+R",), lesson="random {side}"),
                Command("random_by_seed", QT_TRANSLATE_NOOP("Actions", "Random {side} by Seed…"), ("Ctrl+Shift+R",)),
                Command(
                    "sharpen",
                    QT_TRANSLATE_NOOP("Actions", "Sharpen or Soften {side}…"),
                    ("Ctrl+T",),
                    lesson="sharpen {side}",
                ),
                Command(
                    "smooth", QT_TRANSLATE_NOOP("Actions", "Smooth {side}…"), ("Ctrl+Shift+T",), lesson="smooth {side}"
                ),
            ),
            (
                Command(
                    "lock",
                    QT_TRANSLATE_NOOP("Actions", "Lock"),
                    ("L",),
                    lesson="lock",
                    manual=QT_TRANSLATE_NOOP("Manual", "lock or open the selected bars"),
                ),
                Command(
                    "unlock_all", QT_TRANSLATE_NOOP("Actions", "Unlock All"), ("Ctrl+Shift+L",), lesson="unlock all"
                ),
            ),
            (
                Command("add", QT_TRANSLATE_NOOP("Actions", "Add Category"), ("Ctrl+Shift+A",)),
                Command("remove", QT_TRANSLATE_NOOP("Actions", "Remove Category"), ("Del",)),
                Command(
                    "rename",
                    QT_TRANSLATE_NOOP("Actions", "Rename Category"),
                    ("F2",),
                    manual=QT_TRANSLATE_NOOP("Manual", "rename the category"),
                ),
                Command(
                    "merge",
                    QT_TRANSLATE_NOOP("Actions", "Merge"),
                    ("Ctrl+G",),
                    lesson="merge",
                    manual=QT_TRANSLATE_NOOP("Manual", "merge the selected categories: KL(P‖Q) never rises"),
                ),
                Command("move_left", QT_TRANSLATE_NOOP("Actions", "Move Category Left"), ("Alt+Left",)),
                Command("move_right", QT_TRANSLATE_NOOP("Actions", "Move Category Right"), ("Alt+Right",)),
            ),
            (Command("reset", QT_TRANSLATE_NOOP("Actions", "Reset"), ("Ctrl+Backspace",), lesson="reset"),),
        ),
    ),
    Menu(
        "view",
        QT_TRANSLATE_NOOP("Menus", "&View"),
        (
            (
                "modes",
                Command(
                    "adjusted",
                    QT_TRANSLATE_NOOP("Actions", "Add Q(i) − P(i) to Each KL Term"),
                    ("Ctrl+K",),
                    lesson="add Q − P",
                    tip=QT_TRANSLATE_NOOP(
                        "Actions", "Every bar turns non-negative and the sum stays: that is why KL ≥ 0"
                    ),
                    is_checkable=True,
                ),
                "orders",
                Command(
                    "turned",
                    QT_TRANSLATE_NOOP("Actions", "Show Code Lengths for H(Q,P)"),
                    lesson="turn",
                    is_checkable=True,
                ),
            ),
            ("units", "themes", "languages"),
            (
                Command(
                    "larger",
                    QT_TRANSLATE_NOOP("Actions", "Larger"),
                    ("Ctrl++", "Ctrl+="),
                    manual=QT_TRANSLATE_NOOP("Manual", "everything larger, smaller, at its usual size"),
                    keeps_proposal=True,
                ),
                Command(
                    "smaller", QT_TRANSLATE_NOOP("Actions", "Smaller"), ("Ctrl+-",), manual=SAME, keeps_proposal=True
                ),
                Command(
                    "usual_size",
                    QT_TRANSLATE_NOOP("Actions", "Actual Size"),
                    ("Ctrl+0",),
                    manual=SAME,
                    keeps_proposal=True,
                ),
            ),
            (
                Command(
                    "present",
                    QT_TRANSLATE_NOOP("Actions", "Present"),
                    ("F11",),
                    manual=QT_TRANSLATE_NOOP(
                        "Manual", "present: the whole screen; Page Down and Page Up lead through a lesson, Esc ends it"
                    ),
                    is_checkable=True,
                    keeps_proposal=True,
                ),
            ),
        ),
    ),
    Menu(
        "help",
        QT_TRANSLATE_NOOP("Menus", "&Help"),
        (
            (
                Command("manual", QT_TRANSLATE_NOOP("Actions", "Mouse and Keyboard"), ("F1",), keeps_proposal=True),
                Command("reading_help", QT_TRANSLATE_NOOP("Actions", "Opening Data"), keeps_proposal=True),
                Command("first_steps", QT_TRANSLATE_NOOP("Actions", "Three Things to Try")),
            ),
            (
                Command(
                    "lessons",
                    QT_TRANSLATE_NOOP("Actions", "Lessons"),
                    ("Ctrl+L",),
                    manual=QT_TRANSLATE_NOOP("Manual", "the lessons"),
                ),
                Command(
                    "lesson_back",
                    QT_TRANSLATE_NOOP("Actions", "Previous Step of the Lesson"),
                    ("Ctrl+PgUp",),
                    manual=QT_TRANSLATE_NOOP("Manual", "the previous step of a lesson, the next one"),
                ),
                Command(
                    "lesson_next",
                    QT_TRANSLATE_NOOP("Actions", "Next Step of the Lesson"),
                    ("Ctrl+PgDown",),
                    manual=SAME,
                ),
            ),
            (Command("about", QT_TRANSLATE_NOOP("Actions", "About klscope"), keeps_proposal=True),),
        ),
    ),
    Menu(
        "pins",
        "",
        (
            (
                Command("stop_comparing", QT_TRANSLATE_NOOP("Actions", "Compare with No Pin")),
                Command("remove_pins", QT_TRANSLATE_NOOP("Actions", "Remove All Pins")),
            ),
        ),
    ),
)
"""The menus of the menu bar in order, and then the submenus."""


def commands() -> tuple[Command, ...]:
    """Return every command, in the order of the menus."""
    return tuple(one for menu in MENUS for group in menu.groups for one in group if isinstance(one, Command))


def command(name: str) -> Command:
    """Return a command by its object name; raises KeyError where there is none."""
    return {one.name: one for one in commands()}[name]
