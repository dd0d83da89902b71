"""The contents of Help ▸ Mouse and Keyboard, and of About."""

from __future__ import annotations

from html import escape
from importlib.metadata import version

from PySide6.QtCore import QCoreApplication

from klscope.model.command import SAME
from klscope.model.commands import commands
from klscope.model.views import ViewMode
from klscope.views.words import command_words, view_words

translate = QCoreApplication.translate


def _mouse() -> list[tuple[str, str]]:
    return [
        (
            translate("Manual", "Drag a column"),
            translate("Manual", "its bar follows; the others share what is left, in proportion"),
        ),
        (
            translate("Manual", "… near the dashed line"),
            translate("Manual", "within 4 px the bar snaps onto it exactly; hold Alt not to"),
        ),
        (
            translate("Manual", "… one of several selected"),
            translate("Manual", "all of them move as one; a click selects it alone"),
        ),
        (translate("Manual", "… held at the top edge"), translate("Manual", "the axis zooms out, up to the ceiling")),
        (translate("Manual", "Ctrl and drag"), translate("Manual", "paint across columns in one stroke")),
        (
            translate("Manual", "Ctrl or Shift and click, Shift and drag"),
            translate("Manual", "select several categories"),
        ),
        (translate("Manual", "Double-click a column"), translate("Manual", "type its value: 0.3, 1/6, 30%, 2e-4")),
        (translate("Manual", "Double-click a name"), translate("Manual", "rename the category")),
        (translate("Manual", "Click the padlock"), translate("Manual", "lock the bar where it is, or open it")),
        (translate("Manual", "Pull an ∞ down"), translate("Manual", "raise Q from 0 until the term is finite")),
        (
            translate("Manual", "Click a pin"),
            translate("Manual", "return to the state pinned there; right-click, or ▼: compare, rename, remove"),
        ),
        (
            translate("Manual", "Drag P or Q in the landscape"),
            translate("Manual", "the bars follow; within 4 px it snaps onto the other, Alt: not"),
        ),
        (
            translate("Manual", "Drop a file or a text"),
            translate("Manual", "open its data as P, as Q, or as both; open a document"),
        ),
        (translate("Manual", "Right-click"), translate("Manual", "the category's menu")),
    ]


def _views() -> tuple[str, str]:
    """Return the keys of the views, and their names."""
    views = [mode for mode in ViewMode if not mode.is_terms]
    titles = (view_words.title(mode).rstrip("?").lower() for mode in views)
    return f"{view_words.shortcut(views[0])} … {view_words.shortcut(views[-1])}", ", ".join(titles)


def _keys() -> list[tuple[str, str]]:
    return [
        (translate("Manual", "Tab"), translate("Manual", "P, then Q, then the rest of the window")),
        (translate("Manual", "Left, Right"), translate("Manual", "choose a bar; with Shift, several")),
        (
            translate("Manual", "Up, Down"),
            translate("Manual", "± 0.01; with Shift ± 0.001; several selected move as one"),
        ),
        (translate("Manual", "Page Up, Page Down"), translate("Manual", "± 0.1")),
        (translate("Manual", "Home, End"), translate("Manual", "0, and the most the bar can take")),
        (translate("Manual", "a digit, or Enter"), translate("Manual", "type the value in place; Esc leaves it")),
        (
            translate("Manual", "Space, arrows in the landscape"),
            translate("Manual", "choose the other point; move it by 0.01, with Shift by 0.001"),
        ),
        (
            translate("Manual", "Space in training or evidence"),
            translate("Manual", "run and stop; Right trains one step"),
        ),
        (
            translate("Manual", "Left, Right, Home, End in the strip of the rows’ KL"),
            translate("Manual", "the rows of a table; Page Up and Page Down: 100 rows"),
        ),
        (
            translate("Manual", "Enter, Esc beside opened data"),
            translate("Manual", "apply the reading; leave all as it was"),
        ),
        (translate("Manual", "Esc during a drag"), translate("Manual", "as if nothing had been touched")),
        _views(),
        *_commands(),
    ]


def _commands() -> list[tuple[str, str]]:
    """Return the keys of the commands that have a text for the manual; related ones share a line."""
    rows: list[tuple[str, str]] = []
    for command in commands():
        keys = command_words.keys(command) if command.manual else ""
        if command.manual == SAME:
            before, text = rows[-1]
            rows[-1] = (f"{before}, {keys}", text)
        elif command.manual:
            rows.append((keys, command_words.manual(command)))
    return rows


def manual_html() -> str:
    """Return the manual of mouse and keyboard."""
    parts = []
    for heading, rows in (
        (translate("Manual", "Mouse"), _mouse()),
        (translate("Manual", "Keyboard"), _keys()),
    ):
        cells = "".join(
            f"<tr><td style='padding:3px 18px 3px 0'><b>{escape(what)}</b></td>"
            f"<td style='padding:3px 0'>{escape(does)}</td></tr>"
            for what, does in rows
        )
        parts.append(f"<h3>{escape(heading)}</h3><table>{cells}</table>")
    return "".join(parts)


def about_html() -> str:
    """Return a description of klscope and its version."""
    text = translate(
        "Manual",
        "klscope {version} lets you feel entropy H(P), cross-entropy H(P,Q) and Kullback–Leibler divergence KL(P‖Q): "
        "drag P and Q, and watch the three numbers and what every category adds to them.",
    ).format(version=version("klscope"))
    licence = translate("Manual", "Free software under the MIT licence; typeface Pretendard under the SIL OFL.")
    return f"<h3>klscope</h3><p>{escape(text)}</p><p>{escape(licence)}</p>"
