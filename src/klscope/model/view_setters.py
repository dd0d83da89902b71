"""The acts that change how a state is shown, and leave the state as it is."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from klscope.model.comparison import Side
from klscope.model.view_state import CodeOrder, LandscapeQuantity, ViewState
from klscope.theory.units import Unit


class ViewSetters:
    """Whatever shows a state in some way: the store, which says what comes of a change."""

    @property
    @abstractmethod
    def view(self) -> ViewState:
        """How the state is shown."""

    @abstractmethod
    def _set_view(self, view: ViewState) -> None:
        """Show the state this way."""

    def set_unit(self, unit: Unit) -> None:
        """Show values in ``unit``."""
        self._set_view(replace(self.view, unit=unit))

    def set_adjusted(self, adjusted: bool) -> None:
        """Add Q(i) − P(i) to each KL term, or not."""
        self._set_view(replace(self.view, adjusted=adjusted))

    def set_order(self, order: CodeOrder) -> None:
        """Put the blocks of the code lengths in ``order``."""
        self._set_view(replace(self.view, order=order))

    def set_turned(self, turned: bool) -> None:
        """Show the code lengths of Q's messages in P's codes, or the other way round."""
        self._set_view(replace(self.view, turned=turned))

    def set_quantity(self, quantity: LandscapeQuantity) -> None:
        """Show this quantity in the landscape over the simplex."""
        self._set_view(replace(self.view, quantity=quantity))

    def set_active(self, side: Side) -> None:
        """Make P or Q the chart that commands act on."""
        self._set_view(replace(self.view, active=side))

    def select(self, indices: tuple[int, ...], active: Side | None = None) -> None:
        """Select categories; the last is the current one."""
        self._set_view(replace(self.view, selected=tuple(indices), active=active or self.view.active))
