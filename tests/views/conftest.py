"""A fixture that shows single widgets in the bundled typeface, and closes them after each test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from klscope.views import fonts, magnification


@pytest.fixture
def show(qtbot) -> Iterator[Callable[..., QWidget]]:
    """Return a function that shows a widget in a size."""
    fonts.load()
    QApplication.setFont(fonts.font(13))
    shown: list[QWidget] = []

    def show_widget(widget: QWidget, width: int, height: int) -> QWidget:
        shown.append(widget)
        widget.setMinimumSize(1, 1)  # one that its layout finds while it is shown is not known to every platform
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    yield show_widget
    for widget in shown:
        widget.hide()  # to close it would be pyqtgraph's own affair
        widget.deleteLater()
    magnification.magnify(1.0)
