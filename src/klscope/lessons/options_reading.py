"""The parser of initial view options: ``add Q − P``; ``reverse, one hump``; ``1000 samples, seed 7``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from klscope.files.weights_text import quoted
from klscope.lessons.mistakes import ExpressionError
from klscope.lessons.names import check_view, near
from klscope.model.evidence import MOST_SAMPLES, SEEDS
from klscope.model.view_options import ViewOptions
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.wording import gettext

Setting = tuple[ViewMode, str, Any]
"""A view, the name of one of its options, and a value."""

_COUNTED = re.compile(r"(?P<samples>\d{1,12}) samples?|seed (?P<seed>\d{1,12})")


def named() -> dict[str, Setting]:
    """Return what each word of the table of views sets."""
    return {word: (mode, key, value) for mode in ViewMode for word, key, value in mode.words}


def read_options(text: str, view: ViewMode | None) -> ViewOptions:
    """Parse options separated by commas, for the view of a step; raises `ExpressionError`."""
    settings: dict[str, Any] = {}
    for part in text.split(","):
        name = " ".join(part.split())
        mode, key, value = _setting(name)
        check_view(name, mode, view)
        if key in settings:
            what = gettext("{text} sets one thing twice", text=quoted(text))
            raise ExpressionError(what, gettext("leave {name} out", name=quoted(name)))
        settings[key] = value
    if "seed" in settings and "samples" not in settings:
        what = gettext("{text} has a seed and no samples", text=quoted(text))
        raise ExpressionError(what, gettext("say how many: {example}", example="1000 samples, seed 7"))
    usual = cast(ViewOptions, getattr(ViewState(), mode.folder or "terms"))
    return replace(usual, **{key: type(getattr(usual, key))(value) for key, value in settings.items()})


def _setting(name: str) -> Setting:
    counted = _COUNTED.fullmatch(name)
    if counted is None:
        known = named()
        if name not in known:
            what = gettext("no view begins with {name}", name=quoted(name))
            raise ExpressionError(what, near(name, (*known, "1000 samples", "seed 7")))
        return known[name]
    key, least, most = ("samples", 1, MOST_SAMPLES) if counted["seed"] is None else ("seed", 0, SEEDS - 1)
    if not least <= int(counted[key]) <= most:
        remedy = gettext("write a number from {least} to {most}", least=f"{least:,}", most=f"{most:,}")
        raise ExpressionError(gettext("{name} cannot be", name=quoted(name)), remedy)
    return ViewMode.EVIDENCE, key, int(counted[key])
