"""The options of a view are put in place of those it had; nothing else of a view state changes."""

from dataclasses import fields, is_dataclass

from klscope.model.view_options import BlockOrder, CodeLengthsOptions, TermsOptions
from klscope.model.view_state import ViewState


def test_options_take_the_place_of_those_of_the_same_view() -> None:
    view = ViewState(selected=(2,)).with_options(TermsOptions(True)).with_options(CodeLengthsOptions(BlockOrder.BY_Q))
    assert view == ViewState(selected=(2,), terms=TermsOptions(True), code_lengths=CodeLengthsOptions(BlockOrder.BY_Q))


def test_each_view_has_options_of_a_type_of_its_own() -> None:
    values = [getattr(ViewState(), field.name) for field in fields(ViewState)]
    kinds = [type(value) for value in values if is_dataclass(value)]
    assert len(set(kinds)) == len(kinds) >= 3
