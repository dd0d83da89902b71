"""All texts of a window: those of widgets, painted ones, and accessible ones."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTabBar, QTableView, QTextBrowser, QWidget

from klscope.files.catalogues import languages, own_name
from klscope.views.export.vectors.primitives import Text
from klscope.views.export.vectors.recording_engine import draw_widget

TEXTS = (
    *("text", "title", "toolTip", "accessibleName", "accessibleDescription", "statusTip", "whatsThis"),
    *("placeholderText", "windowTitle", "suffix", "prefix"),
)
HANGUL = re.compile(r"[가-힣]+")
ENGLISH = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{2,}")
IN_ANY_LANGUAGE = {
    *(word for code in languages() for word in own_name(code).split()),
    *(
        "mm",
        "klscope",
        "KL",
        "JS",
        "TV",
        "log",
        "ln",
        "exp",
        "LaTeX",
        "CSV",
        "TSV",
        "JSON",
        "NPY",
        "NPZ",
        "HTML",
        "numpy",
        "load",
        "pandas",
        "DataFrame",
        "booktabs",
        "tabular",
        "PNG",
        "png",
        "SVG",
        "svg",
        "PDF",
        "pdf",
        "DPI",
        "cm",
        "MIT",
        "SIL",
        "OFL",
    ),
    *("Pretendard", "Ctrl", "Shift", "Alt", "Tab", "Esc", "Enter", "Home", "End", "Page", "Up", "Down", "Backspace"),
    *("Del", "Return"),
}


def painted(widget: QWidget) -> list[str]:
    """Return what a widget and all in it paint as text: drawn once more, as a picture whose letters stay letters."""
    return [mark.text for mark in draw_widget(widget, None).primitives if isinstance(mark, Text)]


def said(window: QWidget) -> Iterator[tuple[str, str]]:
    """Return what the visible widgets of a window and all its menus say, and where."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        name = f"{type(widget).__name__} {widget.objectName()}"
        for kind in TEXTS:
            tell = getattr(widget, kind, None)
            if callable(tell):
                yield f"{name} {kind}", str(tell())
        if isinstance(widget, QTabBar):
            yield from ((f"{name} tab", widget.tabText(place)) for place in range(widget.count()))
        if isinstance(widget, QTextBrowser):
            yield name, widget.toPlainText()
        if isinstance(widget, QTableView):
            table = widget.model()
            for column in range(table.columnCount()):
                yield f"{name} heading", str(table.headerData(column, Qt.Orientation.Horizontal))
                for row in range(table.rowCount()):
                    yield f"{name} cell", str(table.index(row, column).data())
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            yield "menu", action.text()
            yield "menu's tip", action.toolTip()


def foreign(texts: list[tuple[str, str]], language: str) -> set[tuple[str, str]]:
    """Return the texts that have words of the other language."""
    words = ENGLISH if language == "ko" else HANGUL
    return {(where, text) for where, text in texts if set(words.findall(text)) - IN_ANY_LANGUAGE}


def foreign_words(window: QWidget, language: str) -> set[tuple[str, str]]:
    """Return what is to be read in a window in the other language, and where."""
    return foreign([*said(window), *(("painted", text) for text in painted(window))], language)
