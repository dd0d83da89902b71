"""Suggested names of files."""

from __future__ import annotations

LONGEST_NAME = 80
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


def file_name_of(text: str, otherwise: str, suffix: str) -> str:
    """Return a name for a file, from a text such as a title; ``otherwise`` where nothing of it can be in a name."""
    kept = "".join("-" if one in _NOT_IN_NAMES or not one.isprintable() else one for one in text)
    return f"{kept.strip('-. ')[:LONGEST_NAME].rstrip() or otherwise}{suffix}"
