"""The options of a view are put in place of those it had; nothing else of a view state changes."""

from dataclasses import fields, is_dataclass, replace

from klscope.model.view_options import BlockOrder, CodeLengthsOptions, EvidenceOptions, TermsOptions, TrainingOptions
from klscope.model.view_state import ViewState
from klscope.theory.sampling import MOST_SAMPLES
from klscope.theory.training import Family


def test_options_take_the_place_of_those_of_the_same_view() -> None:
    view = ViewState(selected=(2,)).with_options(TermsOptions(True)).with_options(CodeLengthsOptions(BlockOrder.BY_Q))
    assert view == ViewState(selected=(2,), terms=TermsOptions(True), code_lengths=CodeLengthsOptions(BlockOrder.BY_Q))


def test_samples_have_an_end() -> None:
    assert EvidenceOptions(3, 5).with_more(10) == EvidenceOptions(3, 15)
    assert EvidenceOptions(3, MOST_SAMPLES - 1).with_more(10) == EvidenceOptions(3, MOST_SAMPLES)
    assert not EvidenceOptions(3, MOST_SAMPLES - 1).is_full
    assert EvidenceOptions(3, MOST_SAMPLES).is_full


def test_a_family_has_the_step_size_it_was_last_given() -> None:
    options = replace(TrainingOptions().with_rate(3.0), family=Family.UNIMODAL)
    assert (options.rate, options.with_rate(0.02).rate) == (0.1, 0.02)
    assert replace(options.with_rate(0.02), family=Family.SOFTMAX).rate == 3.0


def test_each_view_has_options_of_a_type_of_its_own() -> None:
    values = [getattr(ViewState(), field.name) for field in fields(ViewState)]
    kinds = [type(value) for value in values if is_dataclass(value)]
    assert len(set(kinds)) == len(kinds) >= 3
