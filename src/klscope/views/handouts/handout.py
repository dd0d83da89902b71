"""Handouts: a lesson as a PDF on A4, with a picture of every step and the answers on separate pages."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from klscope.files.replacing import replace_file
from klscope.lessons.lesson import Lesson
from klscope.views import fonts
from klscope.views.application import needed_application
from klscope.views.export.pdf_document import pdf_document
from klscope.views.handouts.handout_picture import draw_picture, snapshot_of
from klscope.views.handouts.handout_text import HandoutText, ShownStep, as_html, shown_steps
from klscope.views.theme import LIGHT
from klscope.views.words.language import speaking
from klscope.views.words.sums import of_measures
from klscope.views.words.unit_names import plural

translate = QCoreApplication.translate

MILLIMETRE = 96 / 25.4
PAPER = QSizeF(210 * MILLIMETRE, 297 * MILLIMETRE)
LEFT, TOP, BOTTOM = 18 * MILLIMETRE, 16 * MILLIMETRE, 22 * MILLIMETRE
BODY = QSizeF(PAPER.width() - 2 * LEFT, PAPER.height() - TOP - BOTTOM)
FOOTER_GAP = 6 * MILLIMETRE
FOOTER_SIZE, TEXT_SIZE = 11, 13
DOTS_PER_INCH = 600
STYLE = f"""
h1 {{ font-size: 25px; font-weight: bold; margin-top: 0px; margin-bottom: 2px; }}
h1.answers {{ page-break-before: always; }}
h2 {{ font-size: 16px; font-weight: bold; margin-top: 18px; margin-bottom: 4px; }}
p {{ margin-top: 0px; margin-bottom: 6px; line-height: 135%; }}
p.question {{ font-size: 15px; color: {LIGHT.quiet}; margin-bottom: 4px; }}
p.option {{ margin-left: 20px; margin-bottom: 3px; }}
p.formula {{ margin-left: 20px; font-size: 15px; color: {LIGHT.p_text}; }}
p.picture {{ margin-top: 6px; margin-bottom: 0px; line-height: 100%; }}
p.quiet {{ color: {LIGHT.quiet}; }}
p.numbers {{ color: {LIGHT.quiet}; margin-top: 4px; }}
span.kind {{ color: {LIGHT.excess_text}; }}
"""


def write_handout(lesson: Lesson, path: str, language: str, *, answers: bool = False) -> None:
    """Write a lesson as a PDF, atomically, or raise FileError; needs a QApplication.

    ``language`` is the code of that of the lesson, used for all texts of the handout.
    """
    with speaking(language):
        replace_file(path, _printed(make_document(lesson, language, answers=answers), lesson.title))


def make_document(lesson: Lesson, language: str, *, answers: bool = False) -> QTextDocument:
    """Return a lesson laid out on pages: steps are kept together if they fit, and the answers start a new page."""
    needed_application()
    fonts.load()
    text, steps = HandoutText(lesson), shown_steps(lesson)
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_face(TEXT_SIZE))
    document.setUseDesignMetrics(True)  # font metrics without hinting for a screen
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultStyleSheet(STYLE)
    parts = [text.head()]
    with speaking(language):
        parts += [text.step(shown, _picture(document, shown, lesson)) for shown in steps]
        if answers:
            parts.append(text.answers(steps))
    document.setHtml("".join(parts))
    document.setPageSize(BODY)
    _keep_together(document)
    return document


def _face(size: int) -> QFont:
    """Return the font without tabular figures, whose glyphs could not be searched or copied in a PDF."""
    face = QFont(fonts.FAMILY)
    face.setPixelSize(size)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def _picture(document: QTextDocument, shown: ShownStep, lesson: Lesson) -> str:
    """Add the picture of a step to the document, and return the HTML of the picture and its numbers."""
    if shown.state is None:
        return ""
    snapshot = snapshot_of(shown.state, shown.step.view_state(lesson.unit, shown.mode))
    image = draw_picture(snapshot, shown.step.tab)
    name = f"picture-{shown.number}"
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    width = math.floor(BODY.width())
    height = round(width * image.height() / image.width())
    values = zip(("H(P)", "H(P,Q)", "KL(P‖Q)"), of_measures(snapshot), strict=True)
    numbers = " &nbsp;·&nbsp; ".join(f"{title} = <b>{value}</b>" for title, value in values)
    unit = as_html(translate("Handout", "in {unit}").format(unit=plural(lesson.unit)))
    return (
        f'<p class=picture><img src="{name}" width="{width}" height="{height}"></p>'
        f"<p class=numbers>{numbers} &nbsp;·&nbsp; {unit}</p>"
    )


# -- pages ------------------------------------------------------------------------------------------------------


def _groups(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextBlock]]:
    """Yield the first and the last paragraph of each step, and of each answer, in order."""
    first = last = None
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            if first is not None and last is not None:
                yield first, last
            first = block if block.blockFormat().headingLevel() == 2 else None
        last = block
        block = block.next()
    if first is not None and last is not None:
        yield first, last


def _keep_together(document: QTextDocument) -> None:
    """Start a new page before every step that would be split, except the first."""
    layout, height = document.documentLayout(), BODY.height()
    for place, (first, last) in enumerate(list(_groups(document))):
        top = layout.blockBoundingRect(first).top()
        bottom = layout.blockBoundingRect(last).bottom()
        if place and math.floor(top / height) != math.floor((bottom - 1) / height):
            cursor = QTextCursor(first)
            form = cursor.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(form)
            document.setPageSize(BODY)  # forces a new layout; otherwise Qt leaves later blocks without lines


def _printed(document: QTextDocument, title: str) -> bytes:
    pages = document.pageCount()

    def paint(painter: QPainter, page: int) -> None:
        _paint_page(painter, document, page)
        text = translate("Handout", "Page {page} of {pages}").format(page=page + 1, pages=pages)
        _paint_footer(painter, title, text)

    return pdf_document(title, QPageSize(QPageSize.PageSizeId.A4), DOTS_PER_INCH, paint, pages)


def _paint_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    seen = QRectF(QPointF(0, page * BODY.height()), BODY)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))  # independent of the theme of the window
    context.clip = seen
    painter.save()
    painter.translate(LEFT, TOP - seen.top())
    painter.setClipRect(seen)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_footer(painter: QPainter, title: str, page: str) -> None:
    foot = QRectF(LEFT, TOP + BODY.height() + FOOTER_GAP, BODY.width(), 2 * FOOTER_SIZE)
    face = _face(FOOTER_SIZE)
    room = foot.width() - QFontMetricsF(face).horizontalAdvance(page) - FOOTER_GAP
    title = QFontMetricsF(face).elidedText(f"klscope · {title}", Qt.TextElideMode.ElideRight, room)
    painter.setFont(face)
    painter.setPen(QColor(LIGHT.quiet))
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, page)
