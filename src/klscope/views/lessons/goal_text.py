"""The goal of a step as it is read, with numbers that follow the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QWidget

from klscope.views.lessons.lesson_text import LessonText
from klscope.views.lessons.line_breaks import WORD_JOINER, held_html


class GoalText(LessonText):
    """Rich text; as long as it stays as high as it was, nothing around it is laid out anew.

    A label asks for that with every text, and the layout of a step, of paragraphs whose heights follow from their
    widths, takes ten times as long as to paint a number.
    """

    _html = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)

    def text(self) -> str:
        """Return what is shown."""
        return self._html

    def show_html(self, html: str) -> None:
        """Show this text; where it is empty, nothing."""
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
        """Lay the text out in the room there is, and return how high it is."""
        if self._document.defaultFont() != self.font():
            self._document.setDefaultFont(self.font())  # even where it is the same, all would be laid out anew
        self._document.setTextWidth(self.contentsRect().width())
        return self._document.size().height()

    def changeEvent(self, event: QEvent) -> None:
        """Take the text that is shown along where its letters change: how high it is then, the label finds out."""
        if event.type() is QEvent.Type.FontChange and self._html:
            self.setText(held_html(self._html))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the text."""
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
