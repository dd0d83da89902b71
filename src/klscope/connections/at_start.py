"""Introduces to the window what is there from the start and needs no controller known to the rest."""

from __future__ import annotations

from klscope.connections.language import connect_language
from klscope.connections.lessons import LessonDoor
from klscope.connections.parts import Parts
from klscope.connections.pins import connect_pins


def connect_at_start(parts: Parts) -> LessonDoor:
    """Connect pins, languages and the way to the lessons, which is returned."""
    connect_pins(parts)
    connect_language(parts)
    return LessonDoor(parts)
