"""What a document holds: a state without its undo steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from klscope.model.comparison import Comparison
from klscope.model.history import History
from klscope.model.pins import NO_PINS, Pins
from klscope.model.properties import NO_PROPERTIES, Properties
from klscope.model.snapshot import Snapshot
from klscope.model.view_state import ViewState


@dataclass(frozen=True)
class Document:
    """A comparison, how it is shown, its pins, and its title and notes.

    Attributes
    ----------
    comparison
        Labels, P, Q, locks and the origin that *Reset* restores.
    view
        The view state; saved, but a change of it does not modify the document.
    pins
        The pins.
    properties
        Title and notes.
    """

    comparison: Comparison
    view: ViewState = field(default_factory=ViewState)
    pins: Pins = NO_PINS
    properties: Properties = NO_PROPERTIES

    @classmethod
    def of(cls, snapshot: Snapshot) -> Document:
        """Return the document of a state; a gesture that is not yet released is not part of it."""
        present = snapshot.history.present
        return cls(present, snapshot.view.fitting(present.n), snapshot.pins, snapshot.properties)

    @property
    def snapshot(self) -> Snapshot:
        """The state with this content, without undo steps."""
        state = Snapshot.of(self.comparison, self.view, History(self.comparison))
        return replace(state, pins=self.pins, properties=self.properties)

    def differs_from(self, other: Document) -> bool:
        """Return whether data, locks, pins, title or notes differ; the view does not count."""
        return (
            self.properties != other.properties
            or self.pins.all != other.pins.all
            or self.comparison != other.comparison
        )
