"""Connects everything that exists from the start and needs no other controller."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from klscope.connections.context import Context
from klscope.connections.language import connect_language
from klscope.connections.lazy_lessons import LazyLessons
from klscope.connections.pins import connect_pins
from klscope.connections.presenting import Presenting
from klscope.connections.sizes import Sizes
from klscope.model.view_options import TermsOptions


def connect_at_start(context: Context) -> tuple[LazyLessons, Sizes]:
    """Connect view options, pins, languages, sizes, lessons and presenting; return lessons and sizes."""
    store, window, actions = context.store, context.window, context.actions

    def set_code_lengths(**options: Any) -> None:
        store.set_options(replace(store.view.code_lengths, **options))

    window.measures.options_chosen.connect(store.set_options)
    window.terms_head.options_chosen.connect(store.set_options)
    actions["adjusted"].triggered.connect(lambda on: store.set_options(TermsOptions(on)))
    actions["turned"].triggered.connect(lambda on: set_code_lengths(reversed_roles=on))
    actions.orders.triggered.connect(lambda action: set_code_lengths(block_order=action.data()))
    connect_pins(context)
    connect_language(context)
    lessons, sizes = LazyLessons(context), Sizes(context)
    Presenting(context, lessons, sizes)
    return lessons, sizes
