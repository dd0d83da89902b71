"""Where the keyboard goes when the widget that has it is hidden or disabled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


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
    around: QWidget | None = left.parentWidget()
    while around is not None:
        if can_have_focus(around):
            return around
        inside = around.findChildren(QWidget)
        place = inside.index(left)
        stop = next(filter(can_have_focus, (*inside[place + 1 :], *inside[:place])), None)
        if stop is not None:
            return stop
        around = None if around.isWindow() else around.parentWidget()
    return None


class FocusKeepingWindow(QMainWindow):
    """A window in which showing a state never looks like a person's Tab.

    Qt moves the focus on by `focusNextPrevChild` when Tab is pressed, and also when the widget that has it is hidden or
    disabled, with the reason of a Tab both times. A widget reached by Tab was chosen by a person, and may act on it.
    """

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802
        """Move the focus as Tab does; from a widget that is hidden or disabled, to the nearest, without that reason."""
        focused = self.focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(following)
        stop = nearest_stop(focused)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        return stop is not None
