"""The parser of initial view options: ``add Q − P``; ``reverse, one hump``; ``1000 samples, seed 7``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from klscope.files.weights_text import quoted
from klscope.lessons.mistakes import ExpressionError
from klscope.lessons.names import check_view, near
from klscope.model.evidence import MOST_SAMPLES, SEEDS
from klscope.model.view_options import EvidenceOptions, TermsOptions, TrainingOptions, ViewOptions
from klscope.model.views import ViewMode
from klscope.theory.training import Family, Objective
from klscope.wording import gettext

Setting = tuple[ViewMode, str, Any]
"""A view, the name of one of its options, and a value."""

USUAL: dict[ViewMode, ViewOptions] = {
    ViewMode.KL_DIVERGENCE: TermsOptions(),
    ViewMode.TRAINING: TrainingOptions(),
    ViewMode.EVIDENCE: EvidenceOptions(),
}

NAMED: dict[str, Setting] = {
    "add Q − P": (ViewMode.KL_DIVERGENCE, "with_mass_difference", True),
    "forward": (ViewMode.TRAINING, "objective", Objective.FORWARD),
    "reverse": (ViewMode.TRAINING, "objective", Objective.REVERSE),
    "every bar free": (ViewMode.TRAINING, "family", Family.SOFTMAX),
    "one hump": (ViewMode.TRAINING, "family", Family.UNIMODAL),
}
_COUNTED = re.compile(r"(?P<samples>\d{1,12}) samples?|seed (?P<seed>\d{1,12})")


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
    return replace(USUAL[mode], **settings)


def _setting(name: str) -> Setting:
    counted = _COUNTED.fullmatch(name)
    if counted is None:
        if name not in NAMED:
            what = gettext("no view begins with {name}", name=quoted(name))
            raise ExpressionError(what, near(name, (*NAMED, "1000 samples", "seed 7")))
        return NAMED[name]
    key, least, most = ("samples", 1, MOST_SAMPLES) if counted["seed"] is None else ("seed", 0, SEEDS - 1)
    if not least <= int(counted[key]) <= most:
        remedy = gettext("write a number from {least} to {most}", least=f"{least:,}", most=f"{most:,}")
        raise ExpressionError(gettext("{name} cannot be", name=quoted(name)), remedy)
    return ViewMode.EVIDENCE, key, int(counted[key])
