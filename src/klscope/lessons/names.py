"""The names that the fields of a step may use: views, tabs, and what can be highlighted."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable

from klscope.files.weights_text import quoted
from klscope.lessons.expression_reading import LABEL, Source
from klscope.lessons.lesson import BarTarget, CommandTarget, ControlTarget, Tab, Target
from klscope.lessons.mistakes import ExpressionError
from klscope.model.commands import commands as all_commands
from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from klscope.wording import gettext

_BAR = re.compile(rf"([PQ]){LABEL}")


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
    found: list[ViewMode | Tab] = []
    for name in (part.strip() for part in text.split(",")):
        if name not in views():
            raise ExpressionError(gettext("there is no view {name}", name=quoted(name)), near(name, views()))
        found.append(views()[name])
    modes = [one for one in found if isinstance(one, ViewMode)]
    tabs = [one for one in found if isinstance(one, Tab)]
    if len(modes) > 1 or len(tabs) > 1:
        what = gettext("{text} are two views of a kind", text=quoted(text))
        raise ExpressionError(what, gettext("name one view of the terms, and one tab beside it"))
    return modes[0] if modes else None, tabs[0] if tabs else None


def check_view(name: str, mode: ViewMode, view: ViewMode | None) -> None:
    """Raise `ExpressionError` unless ``view`` is the one that ``name`` belongs to."""
    if mode is not view:
        raise ExpressionError(
            gettext("{name} belongs to the view {view}", name=quoted(name), view=mode.value),
            gettext("write {line} above it, or leave it out", line=f"view: {mode.value}"),
        )


def read_targets(text: str) -> tuple[Target, ...]:
    """Parse targets separated by commas: bars, ``P(label)``, commands, and controls of views."""
    source = Source(text)
    known: dict[str, Target] = {**commands(), **controls()}
    targets: list[Target] = []
    for part in source.text.split(","):
        name = " ".join(part.split())
        bar = _BAR.fullmatch(name)
        if bar is not None:
            targets.append(BarTarget(Side(bar[1]), source.labels[int(bar[2])]))
        elif name in known:
            targets.append(known[name])
        else:
            remedy = gettext("{remedy} (a bar is P(label) or Q(label))", remedy=near(name, known))
            raise ExpressionError(gettext("{name} cannot be highlighted", name=quoted(name)), remedy)
    return tuple(targets)


def near(word: str, known: Iterable[str]) -> str:
    """Return a suggestion of similar names, or all names."""
    names = list(known)
    found = difflib.get_close_matches(word, names, n=1)
    if found:
        return gettext("did you mean {meant}?", meant=found[0])
    return gettext("it is one of {names}", names=", ".join(names))
