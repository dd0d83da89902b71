"""Labels for the text of a lesson, with numbers."""

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
"""The space between paragraphs, in pixels."""


def html_of(paragraphs: Iterable[tuple[Span, ...]], gap: int = GAP) -> str:
    """Return paragraphs as rich text, escaped, with emphasis and live numbers in bold."""
    return "".join(
        f"<p style='margin:{gap if place else 0}px 0 0 0'>{''.join(map(_html_of_span, spans))}</p>"
        for place, spans in enumerate(paragraphs)
    )


def _html_of_span(span: Span) -> str:
    text = escape(span.text)
    return f"<b>{text}</b>" if span.emphasised or span.live else text


def _read_aloud(html: str) -> str:
    """Return rich text as plain text without word joiners, for screen readers."""
    return unescape(_TAG.sub("", html.replace("</p>", " "))).strip()


def lesson_html(paragraphs: Iterable[Paragraph], lesson: Lesson, live: Measured) -> str:
    """Return paragraphs of a lesson as rich text, with the numbers of a state."""
    return html_of(filled(paragraph, live, lesson.states_by_name, lesson.unit) for paragraph in paragraphs)


def formula_html(formula: Paragraph, lesson: Lesson, live: Measured) -> str:
    """Return a line of formulas as rich text, one per line."""
    return html_of((filled(line, live, lesson.states_by_name, lesson.unit) for line in lines_of(formula)), gap=2)


class LessonText(QLabel):
    """A label with controlled line breaks; hidden if empty."""

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
        # the height depends on the width, which Qt does not know here
        return QSize(0, 1)

    def text(self) -> str:
        """Return the text without word joiners."""
        return self._html

    def show_html(self, html: str) -> None:
        """Set the text; hide if it is empty."""
        if html != self._html:
            self._html = html
            self.setText(held_html(html))
            self.setAccessibleName(_read_aloud(html))
        if self.isHidden() == bool(html):
            self.setVisible(bool(html))
