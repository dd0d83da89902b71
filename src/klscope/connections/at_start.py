"""Connects everything that exists from the start and needs no other controller."""

from __future__ import annotations

from klscope.connections.context import Context
from klscope.connections.language import connect_language
from klscope.connections.lazy_lessons import LazyLessons
from klscope.connections.pins import connect_pins
from klscope.connections.presenting import Presenting
from klscope.connections.sizes import Sizes
from klscope.connections.view_options import connect_view_options


def connect_at_start(context: Context) -> tuple[LazyLessons, Sizes]:
    """Connect options, pins, languages, sizes, lessons and presenting; return lessons and sizes."""
    connect_view_options(context)
    connect_pins(context)
    connect_language(context)
    lessons, sizes = LazyLessons(context), Sizes(context)
    Presenting(context, lessons, sizes)
    return lessons, sizes
