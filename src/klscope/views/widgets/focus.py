"""Where the keyboard goes when the widget that has it is hidden or disabled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def can_have_focus(widget: QWidget) -> bool:
    """Return whether Tab could lead to a widget now."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()


def nearest_stop(left: QWidget) -> QWidget | None:
    """Return the nearest widget that can have the focus in place of ``left``, None where its window has none.

    The nearest is the next one within the smallest enclosing widget that holds one, or that widget itself. The order is
    that in which they were made: to ask for `QWidget.nextInFocusChain` makes PySide take the next widget for a child
    of this one, and with this one it would be lost.
    """
    # asked for once: PySide forgets the editor of a cell, whose owner is Qt, when it is in a second list
    widgets = left.window().findChildren(QWidget)
    place = widgets.index(left)
    stops = [one for one in (*widgets[place + 1 :], *widgets[:place]) if can_have_focus(one)]
    around: QWidget | None = left.parentWidget()
    while around is not None:
        if around in stops:
            return around
        stop = next(filter(around.isAncestorOf, stops), None)
        if stop is not None:
            return stop
        around = None if around.isWindow() else around.parentWidget()
    return None


def _moved_to_nearest(left: QWidget) -> bool:
    """Give the focus to the nearest widget that can have it, if there is one; tell whether there is."""
    stop = nearest_stop(left)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
    return stop is not None


class FocusKeepingWindow(QMainWindow):
    """A window in which showing a state never looks like a person's Tab, and no hidden widget has the focus.

    Qt moves the focus on by `focusNextPrevChild` when Tab is pressed, and also when the widget that has it is hidden or
    disabled, with the reason of a Tab both times. A widget reached by Tab was chosen by a person, and may act on it.

    A page that comes to the front gives the focus to the widget in it that had it last, and does not ask whether that
    is seen.
    """

    def __init__(self) -> None:
        super().__init__()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._leave_hidden)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Move the focus as Tab does; from a widget that is hidden or disabled, to the nearest, without that reason."""
        focused = self.focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(following)
        return _moved_to_nearest(focused)

    def _leave_hidden(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and not focused.isVisible() and self.isVisible() and self.isAncestorOf(focused):
            _moved_to_nearest(focused)
