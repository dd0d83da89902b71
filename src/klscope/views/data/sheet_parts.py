"""Parts of the sheet of opened data: how names were joined, and the list of mistakes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QToolButton, QWidget

from klscope.files.tables.contents import DataError
from klscope.files.tables.data_reading import DataReading
from klscope.views.magnification import set_font_size
from klscope.views.widgets.flow import Flow
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import text_label
from klscope.views.words.names import short_name

translate = QCoreApplication.translate
MOST_MISTAKES_SEEN = 4
"""The number of lines of the list of mistakes; it scrolls."""
MOST_NAMED = 12
"""The number of names that a count shows when it is clicked."""


class JoinedCounts(Flow):
    """How many names P and Q have in common, with buttons for the names of one only, and whether KL(P‖Q) is finite.

    Signals
    -------
    names_wanted(str, tuple)
        The names of this side, "P", "Q" or "" for both, are to be shown.
    match_wanted()
        Names are to be matched without regard to case and blanks.
    """

    names_wanted = Signal(str, object)
    match_wanted = Signal()

    def __init__(self) -> None:
        super().__init__((4, 2))
        self.both, self.only_p, self.only_q, self.fold = (QToolButton() for _ in range(4))
        self._names: dict[QToolButton, tuple[str, ...]] = {}
        for button, name in (
            (self.both, "dataJoined"),
            (self.only_p, "dataOnlyP"),
            (self.only_q, "dataOnlyQ"),
            (self.fold, "dataFold"),
        ):
            button.setObjectName(name)
            button.setProperty("small", True)
            set_font_size(button, 12)
        self.finite = text_label(13, wraps=False)
        self.finite.setObjectName("dataFinite")
        self.finite.setTextFormat(Qt.TextFormat.PlainText)
        for button, side in ((self.both, ""), (self.only_p, "P"), (self.only_q, "Q")):
            button.clicked.connect(lambda _=False, button=button, side=side: self._ask(button, side))
        self.fold.clicked.connect(self.match_wanted)

    def _ask(self, button: QToolButton, side: str) -> None:
        self.names_wanted.emit(side, self._names.get(button, ()))

    def show_reading(self, reading: DataReading, without_q: Sequence[str]) -> None:
        """Show how names were joined; ``without_q`` are those that make KL(P‖Q) infinite."""
        pair = reading.pair
        joined = None if pair is None else pair.joined
        parts: list[QWidget] = []
        if joined is not None:
            only_p, only_q = joined.only_in_p, joined.only_in_q
            single = {*only_p, *only_q}
            both = tuple(label for label in joined.labels if label not in single)
            for button, names, text in (
                (self.both, both, translate("Data", "{count} joined")),
                (self.only_p, only_p, translate("Data", "{count} only in P")),
                (self.only_q, only_q, translate("Data", "{count} only in Q")),
            ):
                self._names[button] = names
                button.setText(text.format(count=f"{len(names):,}"))
                button.setToolTip(named(names) or translate("Data", "none"))
                button.setAccessibleDescription(button.toolTip())
                if names or button is self.both:
                    parts.append(button)
        if without_q:
            self.finite.setText(_of_infinity(without_q))
        elif joined is not None:
            self.finite.setText(translate("Data", "KL(P‖Q) is finite."))
        restyle(self.finite, "role", "excess" if without_q else "")
        if joined is not None or without_q:
            parts.append(self.finite)
        lines = [parts]
        if joined is not None and joined.folded:
            words = translate("Data", "Match without regard to case and blanks ({count} more)")
            self.fold.setText(words.format(count=joined.folded))
            lines.append([self.fold])
        self.show_lines(lines)


def _of_infinity(names: Sequence[str]) -> str:
    others = len(names) - 1
    if others:
        return translate("Data", "KL(P‖Q) is ∞: Q gives ‘{name}’ and {others} more probability 0.").format(
            name=short_name(names[0], 16), others=f"{others:,}"
        )
    return translate("Data", "KL(P‖Q) is ∞: Q gives ‘{name}’ probability 0.").format(name=short_name(names[0], 16))


def named(names: Sequence[str]) -> str:
    """Return the first names as a list."""
    return ", ".join(short_name(name) for name in names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")


class MistakeList(QListWidget):
    """All mistakes, one a line.

    Signals
    -------
    chosen(DataError)
        A mistake was clicked, or the arrow keys went to it.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dataMistakes")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_font_size(self, 13)
        self.currentItemChanged.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def show_mistakes(self, mistakes: Sequence[DataError]) -> None:
        """Show mistakes, if there is more than one."""
        self.blockSignals(True)
        self.clear()
        for error in mistakes:
            item = QListWidgetItem(error.what)
            item.setData(Qt.ItemDataRole.UserRole, error)
            item.setToolTip(str(error))
            self.addItem(item)
        self.blockSignals(False)
        self.setVisible(len(mistakes) > 1)
        self.updateGeometry()
        self._set_height()

    def _set_height(self) -> None:
        row = max(self.sizeHintForRow(0), self.fontMetrics().height())
        height = min(self.count(), MOST_MISTAKES_SEEN) * row + 2 * self.frameWidth()
        if self.height() != height:
            self.setFixedHeight(max(height, 1))

    def set_magnification(self, factor: float) -> None:  # noqa: ARG002  # the font is already set
        """Fit the height to the size of the texts."""
        self._set_height()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def only_names(side: str, names: Sequence[str]) -> str:
    """Return a sentence that lists the names of P, of Q, or of both."""
    patterns = {
        "P": translate("Data", "Only in P: {names}."),
        "Q": translate("Data", "Only in Q: {names}."),
        "": translate("Data", "In both: {names}."),
    }
    return patterns[side].format(names=named(names)) if names else ""
