"""Connects the menus and controls of view options that exist from the start."""

from __future__ import annotations

from dataclasses import replace

from klscope.connections.context import Context
from klscope.model.view_options import BlockOrder, TermsOptions


def connect_view_options(context: Context) -> None:
    """Connect the options of terms, code lengths and measures."""
    store, actions = context.store, context.actions

    def set_block_order(order: BlockOrder) -> None:
        store.set_options(replace(store.view.code_lengths, block_order=order))

    def reverse_roles(on: bool) -> None:
        store.set_options(replace(store.view.code_lengths, reversed_roles=on))

    context.window.measures.options_chosen.connect(store.set_options)
    context.window.terms_head.options_chosen.connect(store.set_options)
    actions["adjusted"].triggered.connect(lambda on: store.set_options(TermsOptions(on)))
    actions["turned"].triggered.connect(reverse_roles)
    actions.orders.triggered.connect(lambda action: set_block_order(action.data()))
