"""View states and options, made from the few arguments that a test needs."""

from dataclasses import fields, is_dataclass, replace

from klscope.model.view_options import TrainingOptions
from klscope.model.view_state import ViewState
from klscope.theory.training import Family, Objective


def training_options(objective=Objective.FORWARD, family=Family.SOFTMAX, rate=None):
    """Return options of training, with another step size in this family, or with the usual one."""
    options = TrainingOptions(objective, family)
    return options if rate is None else options.with_rate(rate)


def view_of(**chosen):
    """Return the view state with these fields of it, or of the options of any view in it."""
    view = ViewState()
    for name, value in chosen.items():
        records = (getattr(view, field.name) for field in fields(view))
        options = (record for record in records if is_dataclass(record))
        owner = next((record for record in options if hasattr(record, name)), None)
        view = replace(view, **{name: value}) if owner is None else view.with_options(replace(owner, **{name: value}))
    return view
