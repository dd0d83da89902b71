"""The first tab: three tasks for first-time users, ticked when done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from klscope.model import first_steps
from klscope.model.snapshot import Snapshot
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import column_in, small_button, text_label
from klscope.views.words.names import short_name

translate = QCoreApplication.translate


class TryPanel(QScrollArea):
    """The first tab at the right.

    Signals
    -------
    examples_requested(QWidget)
        Other data were requested; the menu is to open below this widget.
    lessons_requested()
        Lessons were requested.
    ticked(int)
        One of the tasks was done.
    """

    examples_requested = Signal(QWidget)
    lessons_requested = Signal()
    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # its texts wrap
        self.done: frozenset[int] = frozenset()
        inside = QWidget()
        column = column_in(inside, 4, (18, 14, 18, 14))
        self._heading = text_label(17, bold=True)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._heading)
        head.addStretch(1)
        self._onward = small_button("tryOnward", 13)
        self._onward.clicked.connect(self.lessons_requested)
        policy = self._onward.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # it appears without a change of the layout
        self._onward.setSizePolicy(policy)
        self._onward.hide()
        head.addWidget(self._onward)
        grid = QGridLayout()
        column.addSpacing(4)
        column.addLayout(grid)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._marks: list[QLabel] = []
        self._texts: list[tuple[QLabel, QLabel]] = []
        for place in range(first_steps.COUNT):
            mark = text_label(13, bold=True)
            mark.setFixedSize(24, 24)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            what, why = text_label(14, bold=True, wraps=True), text_label(13, quiet=True, wraps=True)
            what.setTextFormat(Qt.TextFormat.PlainText)
            why.setContentsMargins(0, 0, 0, 9)
            grid.addWidget(mark, 2 * place, 0)
            grid.addWidget(what, 2 * place, 1)
            grid.addWidget(why, 2 * place + 1, 1)
            self._marks.append(mark)
            self._texts.append((what, why))
        column.addStretch(1)
        self._next = text_label(13, quiet=True, wraps=True)
        column.addWidget(self._next)
        self._examples = QPushButton()
        self._examples.clicked.connect(lambda: self.examples_requested.emit(self._examples))
        self._lessons = QPushButton()
        self._lessons.setObjectName("tryLessons")
        self._lessons.clicked.connect(self.lessons_requested)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self._examples)
        row.addWidget(self._lessons)
        row.addStretch(1)
        self.setWidget(inside)
        self._label = ""
        self.retranslate()

    @property
    def is_done(self) -> bool:
        return len(self.done) == first_steps.COUNT

    def set_done(self, done: frozenset[int]) -> None:
        self.done = done
        self._write_marks()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("TryPanel", "Three things to try"))
        label = self._label or "…"
        words = (
            (
                translate("TryPanel", "Drag Q's {label} to its dashed line.").format(label=short_name(label)),
                translate("TryPanel", "One gesture: the extra cost changes at once."),
            ),
            (translate("TryPanel", "Press P ↔ Q."), translate("TryPanel", "H(P,Q) changes. Order matters.")),
            (
                translate("TryPanel", "Drag one bar of Q to zero."),
                translate("TryPanel", "The model gives it probability 0. What does that cost?"),
            ),
        )
        for (what, why), (first, second) in zip(self._texts, words, strict=True):
            what.setText(first)
            why.setText(second)
        self._examples.setText(translate("TryPanel", "Open an example"))
        self._lessons.setText(translate("TryPanel", "Lessons"))
        self._onward.setText(translate("TryPanel", "On to the lessons →"))
        self._write_marks()

    def _write_marks(self) -> None:
        for place, mark in enumerate(self._marks):
            done = place in self.done
            mark.setText("✓" if done else str(place + 1))
            restyle(mark, "role", "saving" if done else "p")
            mark.setAccessibleName(
                translate("TryPanel", "Step {number}, done").format(number=place + 1)
                if done
                else translate("TryPanel", "Step {number}").format(number=place + 1)
            )
        self._next.setText(
            translate(
                "TryPanel",
                "From the next start on, the lessons stand in this place; the menu Help has these three again.",
            )
            if self.is_done
            else translate("TryPanel", "Or look at dice, a coin, an exam, letters of two languages:")
        )
        self._heading.setText(
            translate("TryPanel", "All three done") if self.is_done else translate("TryPanel", "Three things to try")
        )
        self._onward.setVisible(self.is_done)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        label = snapshot.comparison.labels[0]
        if label != self._label:
            self._label = label
            self.retranslate()
        new = first_steps.reached(snapshot) - self.done
        if new:
            self.done |= new
            self._write_marks()
        for place in sorted(new):
            self.ticked.emit(place)
