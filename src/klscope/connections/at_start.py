"""Introduces to the window what is there from the start and needs no controller known to the rest."""

from __future__ import annotations

from klscope.connections.language import connect_language
from klscope.connections.lessons import LessonDoor
from klscope.connections.parts import Parts
from klscope.connections.pins import connect_pins
from klscope.connections.presenting import Presenting
from klscope.connections.sizes import Sizes
from klscope.connections.view_options import connect_view_options


def connect_at_start(parts: Parts) -> tuple[LessonDoor, Sizes]:
    """Connect options, pins, languages, sizes, lessons and presenting; return lessons and sizes."""
    connect_view_options(parts)
    connect_pins(parts)
    connect_language(parts)
    lessons, sizes = LessonDoor(parts), Sizes(parts)
    Presenting(parts, lessons, sizes)
    return lessons, sizes
