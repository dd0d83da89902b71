"""Running text of a lesson in a label, with its numbers filled in; set anew only where it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from klscope.lessons.expressions import Measured
from klscope.lessons.lesson import Lesson
from klscope.lessons.prose import Paragraph, Span, filled, lines_of
from klscope.views.lessons.line_breaks import held_html
from klscope.views.magnification import set_font_size

_TAG = re.compile(r"<[^>]*>")
GAP = 8
"""Pixels between paragraphs."""


def html_of(paragraphs: Iterable[tuple[Span, ...]], gap: int = GAP) -> str:
    """Return paragraphs as rich text: emphasis and live numbers are bold, anything that looks like HTML is not."""
    return "".join(
        f"<p style='margin:{gap if place else 0}px 0 0 0'>{''.join(map(_html_of_span, spans))}</p>"
        for place, spans in enumerate(paragraphs)
    )


def _html_of_span(span: Span) -> str:
    text = escape(span.text)
    return f"<b>{text}</b>" if span.emphasised or span.live else text


def _read_aloud(html: str) -> str:
    """Return rich text as plain text, without what only breaks lines: readers of the screen would stumble over it."""
    return unescape(_TAG.sub("", html.replace("</p>", " "))).strip()


def lesson_html(paragraphs: Iterable[Paragraph], lesson: Lesson, live: Measured) -> str:
    """Return paragraphs of a lesson with the numbers of what is on screen."""
    return html_of(filled(paragraph, live, lesson.states_by_name, lesson.unit) for paragraph in paragraphs)


def formula_html(formula: Paragraph, lesson: Lesson, live: Measured) -> str:
    """Return a formula of a lesson; several stand on lines of their own, close together."""
    return html_of((filled(line, live, lesson.states_by_name, lesson.unit) for line in lines_of(formula)), gap=2)


class LessonText(QLabel):
    """A label with running text, whose lines end where they may; empty, it takes no room."""

    def __init__(self, size: int = 14, bold: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        set_font_size(self, size, bold)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the height follows from the width, and Qt would guess at one without knowing it."""
        return QSize(0, 1)

    def text(self) -> str:
        """Return the text as it was given, without the signs that hold it together."""
        return self._html

    def show_html(self, html: str) -> None:
        """Show this text; where it is empty, nothing."""
        if html != self._html:
            self._html = html
            self.setText(held_html(html))
            self.setAccessibleName(_read_aloud(html))
        if self.isHidden() == bool(html):
            self.setVisible(bool(html))
