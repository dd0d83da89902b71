"""The QApplication: access to it, and how it looks, if it is that of the program klscope.

Without one, Qt ends the process when a widget is made, often without a message. One that another program made keeps its
style, font and colours: only our window, and the dialogs and menus of it, get ours.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QToolTip, QWidget

from klscope.views import fonts
from klscope.views.theme import Theme, palette

REMEDY = """\
make one first, and keep it:
    from PySide6.QtWidgets import QApplication
    application = QApplication([])
in a Jupyter notebook, this line alone:
    %gui qt6"""


def needed_application() -> QApplication:
    """Return the QApplication of this process; call it before making Qt objects.

    Raises
    ------
    RuntimeError
        If there is none; the message says how to make one.
    """
    found = QCoreApplication.instance()
    if isinstance(found, QApplication):
        return found
    if found is None:
        raise RuntimeError(f"klscope needs a QApplication, and there is none in this process: {REMEDY}")
    raise RuntimeError(
        f"klscope needs a QApplication, and this process has a {type(found).__name__}, which can show no widgets. "
        f"In its place, {REMEDY}"
    )


def made_application() -> QApplication:
    """Return the QApplication of this process, and create it, as that of the program klscope, if there is none."""
    if QCoreApplication.instance() is None:
        application = QApplication(sys.argv[:1])
        claim(application)
        return application
    return needed_application()


OURS, MADE, STYLE, LETTERS = "isTheProgramKlscope", "isMadeByKlscope", "windowStyle", "windowLetters"
"""Properties of the application, of a window, and of widgets that have the font of their window."""


def claim(application: QApplication) -> None:
    """Declare the QApplication to be that of the program klscope, which may change how all of it looks."""
    application.setProperty(OURS, True)


def declare_made(application: QApplication) -> None:
    """Declare the QApplication to be made by klscope for Python code, which may make windows of its own in it."""
    application.setProperty(MADE, True)


def has_no_other_language() -> bool:
    """Return whether the language of the application is for klscope to choose, which made it."""
    application = QCoreApplication.instance()
    return is_ours() or (application is not None and bool(application.property(MADE)))


def is_ours() -> bool:
    """Return whether the QApplication is that of the program klscope, and not of a program that uses klscope."""
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(OURS))


def style_application(theme: Theme) -> None:
    """Set typeface and colours of the application, if it is ours."""
    fonts.load()
    if is_ours():
        QApplication.setFont(fonts.font(fonts.USUAL_SIZE))
        QApplication.setPalette(palette(theme))


def style_window(window: QWidget, theme: Theme) -> None:
    """Set style, typeface and colours of a window, if the application is not ours."""
    if is_ours():
        return
    style, sheet = window.property(STYLE), window.styleSheet()
    window.setStyleSheet("")  # otherwise each widget goes back to the palette that it had before it
    if not isinstance(style, WindowStyle):
        style = WindowStyle()
        style.setParent(needed_application())  # it must outlive every widget of the window
        window.setProperty(STYLE, style)
        window.setStyle(style)
    style.colours = palette(theme)
    for widget in (window, *window.findChildren(QWidget)):
        widget.setPalette(style.colours)
    window.setStyleSheet(sheet)


def set_font(window: QWidget, letters: QFont) -> None:
    """Set the font of the application, or, if that is not ours, of a window; then set its style sheet."""
    style = window.property(STYLE)
    if isinstance(style, WindowStyle):
        style.letters = letters
    else:
        QApplication.setFont(letters)
        QToolTip.setFont(letters)


class WindowStyle(QProxyStyle):
    """Fusion, with our typeface and colours for all widgets of a window, its dialogs and its menus.

    Where a window has a style sheet, as ours has, Qt passes neither its font nor its palette on to the widgets in it. A
    style is asked to polish each of them, later ones too, and all of them again for another style sheet.

    Attributes
    ----------
    letters
        The font of widgets that have none of their own.
    colours
        The palette of all widgets: a style sheet gives each of them one, so that their own cannot be told.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.letters = fonts.font(fonts.USUAL_SIZE)
        self.colours = QPalette()

    def polish(self, polished: Any) -> Any:
        if isinstance(polished, QWidget):
            font = polished.property(LETTERS)
            if (font is None and not polished.testAttribute(Qt.WidgetAttribute.WA_SetFont)) or font == polished.font():
                polished.setFont(self.letters)
                polished.setProperty(LETTERS, polished.font())
            polished.setPalette(self.colours)
        return super().polish(polished)
