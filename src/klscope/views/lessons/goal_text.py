"""The label of the goal of a step, with current values."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QWidget

from klscope.views.lessons.lesson_text import LessonText
from klscope.views.lessons.line_breaks import WORD_JOINER, held_html


class GoalText(LessonText):
    """A rich text label that updates the layout only if its height changes.

    QLabel updates it on every change of the text, and the layout of a step, with height-for-width labels, takes ten
    times as long as painting a number.
    """

    _html = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)

    def text(self) -> str:
        return self._html

    def show_html(self, html: str) -> None:
        if html == self._html:
            return
        before, self._html = self._laid_out(), html
        self._document.setHtml(held_html(html))
        self.setAccessibleName(self._document.toPlainText().replace(WORD_JOINER, ""))
        if self.isHidden() or not html or self._laid_out() != before:
            self.setText(held_html(html))
            self.setVisible(bool(html))
        self.update()

    def _laid_out(self) -> float:
        """Lay out the text in the current width, and return its height."""
        if self._document.defaultFont() != self.font():
            self._document.setDefaultFont(self.font())  # setting even the same font would invalidate the layout
        self._document.setTextWidth(self.contentsRect().width())
        return self._document.size().height()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange and self._html:
            self.setText(held_html(self._html))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self._laid_out()
        context = QAbstractTextDocumentLayout.PaintContext()
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Text, colours.color(QPalette.ColorRole.WindowText))
        context.palette = colours
        painter = QPainter(self)
        place = self.contentsRect()
        painter.translate(place.left(), place.top() + (place.height() - self._document.size().height()) / 2.0)
        self._document.documentLayout().draw(painter, context)
        painter.end()
