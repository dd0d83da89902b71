"""Connects the strip that leads through the rows of a table with its controller."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from klscope.connections.context import Context
from klscope.controllers.rows import RowsController
from klscope.files.tables.reading_words import as_sentence
from klscope.files.tables.row_pairs import RowPairs
from klscope.model.comparison import Origin
from klscope.model.snapshot import Snapshot
from klscope.views import magnification
from klscope.views.rows.row_stepper import RowStepper, ShownRow
from klscope.views.words import numbers, unit_names


class RowsConnection(QObject):
    """Shows the rows of a table under the charts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.controller = RowsController(context.editor)
        self._stepper = RowStepper(context.window.theme)
        self._stepper.hide()
        self._followed: Origin | None = None
        context.window.add_below_charts(self._stepper)
        magnification.adopt(self._stepper)
        context.window.theme_changed.connect(self._stepper.set_theme)
        context.window.language_changed.connect(self._stepper.retranslate)
        controller, stepper = self.controller, self._stepper
        stepper.stepped.connect(controller.step)
        stepper.position_chosen.connect(controller.go)
        stepper.mean_chosen.connect(controller.show_mean)
        stepper.order_chosen.connect(controller.set_order)
        stepper.other_chosen.connect(controller.set_other)
        stepper.closed.connect(controller.close)
        controller.changed.connect(self._show)
        controller.progressed.connect(self._show_divergences)
        controller.refused.connect(lambda text: context.status.show_error(as_sentence(text)))
        context.store.changed.connect(self._show_snapshot)

    def open(self, pairs: RowPairs) -> None:
        """Open a table, and show its first row."""
        self._stepper.set_names(pairs.names or ())
        self.controller.open(pairs)
        self._stepper.show()
        self._stepper.line.setFocus()

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if self.controller.pairs is None:
            return
        # nothing else at once: a button that is disabled in an emission would move the focus
        self._stepper.show_divergence(*_divergence(snapshot))
        origin = snapshot.history.present.origin
        if origin is not self._followed:
            self._followed = origin
            QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        """Mark the row that is shown; hide the strip where other data are, and close it when these cannot return."""
        controller, history = self.controller, self._context.store.history
        origin = history.present.origin
        if controller.pairs is None:
            return
        if origin is not None and controller.has_shown(origin):
            controller.follow(origin)
            self._stepper.show()
        elif history.redoable is None:
            controller.close()
        else:
            self._hide()

    def _show(self) -> None:
        controller, snapshot = self.controller, self._context.store.snapshot
        pairs = controller.pairs
        if pairs is None:
            self._hide()
            return
        shown = ShownRow(
            controller.position,
            controller.count,
            pairs.name(controller.row) if pairs.names else "",
            *_divergence(snapshot),
            controller.is_mean,
            controller.by_divergence,
            None if pairs.q is not None else pairs.other,
        )
        self._stepper.show_row(shown)
        self._show_divergences()

    def _hide(self) -> None:
        window = self._context.window
        if self._stepper.isAncestorOf(window.focusWidget()):
            window.chart(self._context.store.view.active).setFocus()
        self._stepper.hide()

    def _show_divergences(self) -> None:
        self._stepper.show_divergences(self.controller.ordered)


def _divergence(snapshot: Snapshot) -> tuple[str, str]:
    """Return KL(P‖Q) and the name of its unit."""
    return numbers.value(snapshot.kl_divergence), unit_names.plural(snapshot.view.unit)
