"""Migration of settings of earlier versions."""

from __future__ import annotations

import json

from klscope.views.preferences.settings_file import Entries

BEST = "best/"
"""The key of the fewest moves in the old format."""


def take_over(entries: Entries) -> None:
    """Convert old entries to current ones; existing current entries have priority."""
    for key, turn in FORMER.items():
        old = entries.pop(key, None)
        if isinstance(old, str):
            for new, value in turn(old).items():
                entries.setdefault(new, value)


def _things_tried(text: str) -> dict[str, str]:
    """Convert ``0 2``, the first steps that were tried."""
    return {f"tried/{part}": "on" for part in text.split()}


def _language(text: str) -> dict[str, str]:
    """Convert the name of a language."""
    codes = {"SYSTEM": "system", "ENGLISH": "en", "KOREAN": "ko"}
    return {"text/language": codes[text]} if text in codes else {}


def _picture_format(text: str) -> dict[str, str]:
    """Convert ``SVG``, the format of pictures."""
    return {"text/picture_format": f".{text.lower()}"}


def _lessons(text: str) -> dict[str, str]:
    """Convert ``{"lesson": [last, tick, tick …], "best/": {"lesson": [[step, moves] …]}}``."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    best = kept.pop(BEST, None)
    found: dict[str, str] = {}
    for name, numbers in kept.items():
        if isinstance(numbers, list) and numbers and all(_counts(one) for one in numbers):
            found[f"last/{name}"] = str(numbers[0])
            found |= {f"tick/{name}/{step}": "on" for step in numbers[1:]}
    for name, pairs in best.items() if isinstance(best, dict) else ():
        for pair in pairs if isinstance(pairs, list) else ():
            if isinstance(pair, list) and len(pair) == 2 and all(_counts(one) for one in pair):
                found[f"best/{name}/{pair[0]}"] = str(pair[1])
    return found


def _counts(number: object) -> bool:
    return type(number) is int and 0 <= number < 10_000


FORMER = {
    "numbers/tried": _things_tried,
    "text/lessons": _lessons,
    "choice/language": _language,
    "choice/picture_format": _picture_format,
}
"""The converter of each old entry."""
