"""The list of lessons, each with its title, its question and its ticked steps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from klscope.lessons.current_step import ListedLesson
from klscope.views.magnification import adopt, set_font_size
from klscope.views.widgets.highlight import restyle
from klscope.views.widgets.parts import column_in, text_label

translate = QCoreApplication.translate


class LessonRow(QWidget):
    """A row of the list of lessons.

    Signals
    -------
    chosen(str)
        The user chose the lesson of this name.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        column = column_in(self)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(8)
        self.button = QPushButton()
        self.button.setProperty("lesson", True)
        set_font_size(self.button, 14, bold=True)
        self.button.clicked.connect(lambda: self.chosen.emit(self._name))
        self.ticks = text_label(12)
        head.addWidget(self.button)
        head.addStretch(1)
        head.addWidget(self.ticks)
        self._question = text_label(13, quiet=True, wraps=True)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setContentsMargins(5, 0, 0, 0)
        column.addWidget(self._question)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._name)

    def show_lesson(self, listed: ListedLesson, number: int) -> None:
        lesson, steps = listed.lesson, len(listed.lesson.steps)
        self._name = lesson.name
        self.button.setObjectName("lessonChallenges" if lesson.challenging else f"lesson{number}")
        title = lesson.title if lesson.challenging else f"{number}. {lesson.title}"
        self.button.setText(title.replace("&", "&&"))
        self._question.setText(lesson.question)
        done = listed.ticks == steps
        ticks = translate("Lessons", "{ticks} of {steps}").format(ticks=listed.ticks, steps=steps)
        self.ticks.setText(f"✓ {ticks}" if done else ticks)
        restyle(self.ticks, "role", "saving" if done else "quiet")
        self.button.setAccessibleName(
            (
                translate("Lessons", "{title} {ticks} of {steps} solved")
                if lesson.challenging
                else translate("Lessons", "{title} {ticks} of {steps} steps done")
            ).format(title=lesson.title, ticks=listed.ticks, steps=steps)
        )
        self.button.setAccessibleDescription(lesson.question)


class LessonList(QScrollArea):
    """The list of lessons.

    Signals
    -------
    chosen(str)
        The user chose the lesson of this name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = column_in(inside, 6, (14, 12, 14, 12))
        self._heading = text_label(13, quiet=True, wraps=True)
        self._heading.setContentsMargins(5, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addStretch(1)
        self.rows: list[LessonRow] = []
        self.setWidget(inside)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Lessons", "Lessons"))
        self._heading.setText(
            translate("Lessons", "Each begins with a guess. Your own data wait until you leave the lesson.")
        )

    def show_lessons(self, lessons: tuple[ListedLesson, ...]) -> None:
        while len(self.rows) < len(lessons):
            row = LessonRow()
            adopt(row)
            row.chosen.connect(self.chosen)
            self._column.insertWidget(self._column.count() - 1, row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(lessons))
            if place < len(lessons):
                row.show_lesson(lessons[place], place + 1)
