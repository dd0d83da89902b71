"""States to be shown, made as the program makes them."""

from view_states import view_of

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store

WEATHER = Comparison.from_weights(("sunny", "cloudy", "rain", "snow"), [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def comparison_of(p, q, labels=None, p_locks=None, q_locks=None):
    """Return a comparison of weights, with locks by category."""
    made = Comparison.from_weights(labels, p, q)
    return Comparison(
        made.labels,
        made.p,
        made.q,
        [index in (p_locks or ()) for index in range(made.n)],
        [index in (q_locks or ()) for index in range(made.n)],
    )


def state_of(comparison=WEATHER, **view):
    """Return the snapshot of a comparison, shown as ``view`` (fields of `ViewState` and its options) says."""
    return Snapshot.of(comparison, view_of(**view), History(comparison))


def pair(p, q, labels=None, **view):
    """Return the snapshot of two weight vectors."""
    return state_of(comparison_of(p, q, labels), **view)


def after(*edits, comparison=WEATHER, previewed=None, **view):
    """Return the snapshot after edits, the last of them perhaps still under the hand."""
    store = Store(comparison, view_of(**view))
    for edit in edits:
        store.perform(edit)
    if previewed is not None:
        store.preview(previewed)
    return store.snapshot
