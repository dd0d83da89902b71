"""The names that the fields of a step may use: views, tabs, and what can be highlighted."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable

from klscope.files.weights_text import quoted
from klscope.lessons.expression_reading import Scanner
from klscope.lessons.lesson import BarTarget, CommandTarget, ControlTarget, Tab, Target
from klscope.lessons.mistakes import ExpressionError
from klscope.model.commands import commands as all_commands
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.wording import gettext


def views() -> dict[str, ViewMode | Tab]:
    """Return all views and tabs by their names in lessons."""
    return {one.value: one for one in (*ViewMode, *Tab)}


def commands() -> dict[str, CommandTarget]:
    """Return all commands that can be highlighted, by their names in lessons."""
    found: dict[str, CommandTarget] = {}
    for command in all_commands():
        if "{side}" in command.lesson:
            found |= {command.lesson.format(side=side.value): CommandTarget(command.name, side) for side in Side}
        elif command.lesson:
            found[command.lesson] = CommandTarget(command.name)
    return found


def controls() -> dict[str, ControlTarget]:
    """Return all controls that can be highlighted, by their names in lessons."""
    return {name: ControlTarget(mode, name) for mode in ViewMode for name in mode.controls}


def listed(text: str) -> list[str]:
    """Split a text at commas and strip the entries; an entry with a comma is in double quotes."""
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise ExpressionError(
            gettext("{text} has a quotation mark out of place", text=quoted(text)),
            gettext('put a name with a comma as "a, b"'),
        ) from None
    return [entry.strip() for entry in rows[0]] if rows else []


def read_view(text: str) -> tuple[ViewMode | None, Tab | None]:
    """Parse a view, a tab, or both separated by a comma."""
    modes: list[ViewMode] = []
    tabs: list[Tab] = []
    for name in (part.strip() for part in text.split(",")):
        if name not in views():
            raise ExpressionError(gettext("there is no view {name}", name=quoted(name)), near(name, views()))
        one = views()[name]
        if isinstance(one, Tab):
            tabs.append(one)
        else:
            modes.append(one)
    if len(modes) > 1:
        raise ExpressionError(
            gettext("{text} are two views of the terms", text=quoted(text)),
            gettext("name one of them, and a tab beside it"),
        )
    if len(tabs) > 1:
        raise ExpressionError(
            gettext("{text} are two tabs", text=quoted(text)),
            gettext("name one of them, and a view of the terms beside it"),
        )
    return modes[0] if modes else None, tabs[0] if tabs else None


def read_targets(text: str) -> tuple[Target, ...]:
    """Parse targets separated by commas: bars, ``P(label)``, commands, and controls of views."""
    targets: list[Target] = []
    scanner = Scanner(text)
    while True:
        side = scanner.took("P", "Q")
        if side is not None:
            targets.append(BarTarget(Side(side), scanner.label(side)))
        else:
            targets.append(_named(scanner))
        if scanner.took(",") is None:
            break
    if scanner.peek().kind != "end":
        raise ExpressionError(
            gettext("{word} cannot stand here in {text}", word=quoted(scanner.rest()), text=quoted(text)),
            near("", (*commands(), *controls())),
        )
    return tuple(targets)


def _named(scanner: Scanner) -> CommandTarget | ControlTarget:
    known: dict[str, CommandTarget | ControlTarget] = {**commands(), **controls()}
    words = scanner.rest().partition(",")[0].strip()
    name = " ".join(words.split())
    if name not in known:
        raise ExpressionError(
            gettext("nothing called {name} can glow", name=quoted(words)),
            gettext("{remedy} (a bar is P(label) or Q(label))", remedy=near(name, known)),
        )
    scanner.skip(words)
    return known[name]


def near(word: str, known: Iterable[str]) -> str:
    """Return a suggestion of similar names, or all names."""
    names = list(known)
    found = difflib.get_close_matches(word, names, n=1)
    if found:
        return gettext("did you mean {meant}?", meant=found[0])
    return gettext("it is one of {names}", names=", ".join(names))
