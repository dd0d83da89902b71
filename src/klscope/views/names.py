"""Names of categories where there is little room: in menus, sentences and steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LONGEST = 28
MOST = 3


def short_name(label: str, longest: int = LONGEST) -> str:
    """Return a name cut to ``longest`` characters, … included."""
    return label if len(label) <= longest else label[: longest - 1].rstrip() + "…"


def short_list(labels: Sequence[str], indices: Iterable[int]) -> str:
    """Return the first three of the named categories, and … for the others."""
    chosen = [short_name(labels[index]) for index in indices]
    return ", ".join(chosen[:MOST]) + ("…" if len(chosen) > MOST else "")
