"""A drop-down list of the sheet of opened data, and its place in the sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from klscope.files.tables.data_reading import Second
from klscope.files.tables.options import ReadOptions


class Line(IntEnum):
    """The lines of the sentence."""

    CATEGORIES, P, Q, FURTHER = range(4)


@dataclass(frozen=True)
class Choice:
    """A drop-down list.

    Attributes
    ----------
    name
        The object name.
    label
        The text before it.
    items
        Texts and values.
    value
        The value in use; another one than those of the items shows no text.
    choose
        Returns the options with a value chosen, or what Q is to be read from.
    line
        The line of the sentence.
    spoken
        The accessible name; the label where it is empty.
    tip
        Why this value was proposed; may be empty.
    """

    name: str
    label: str
    items: tuple[tuple[str, Any], ...]
    value: Any
    choose: Callable[[ReadOptions, Any], ReadOptions | Second]
    line: Line
    spoken: str = ""
    tip: str = ""
