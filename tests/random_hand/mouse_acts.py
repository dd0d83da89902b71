"""What a hand does with the mouse."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from klscope.model.comparison import Side
from klscope.model.views import ViewMode
from random_hand.devices import LEFT, NONE
from random_hand.plan import ALT, CONTROL, SHIFT, Plan


class MouseActs(Plan):
    """Drags, clicks, moves, the wheel."""

    def drag(self, start: QPoint, places: list[QPoint], modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.then_move(start)
        self.then_press(modifiers=modifiers)
        for place in places:
            self.then_move(place)
        if self.random.random() < 0.1:
            self.then_key(Qt.Key.Key_Escape)
        self.then_release()

    def drag_bar(self) -> None:
        random = self.random
        chart = self.window.chart(random.choice(list(Side)))
        index = random.randrange(self.store.comparison.n)
        top, foot = chart.bar_top(index), chart.bar_base(index)
        start = QPoint(top.x(), random.choice((top.y(), random.randint(0, max(foot.y(), 1)))))
        modifiers = random.choices((NONE, ALT, CONTROL, SHIFT), (6, 2, 2, 1))[0]
        way = self.way(start, random.choice((3, 20, 80)))
        line = QPoint(top.x(), chart.bar_top(random.randrange(self.store.comparison.n)).y())
        ends = random.choice(([], [QPoint(top.x(), 0)], [foot], [foot + QPoint(0, 60)], [line], [start]))
        spot = chart.viewport()
        self.drag(self.inside(spot, start), [self.inside(spot, at) for at in way + ends], modifiers)

    def drag_mark(self) -> None:
        """Drag a point of the landscape, a marker of the curves, a cap of infinity: whatever of it is seen."""
        random, window = self.random, self.window
        places: list[tuple[QWidget, QPoint]] = []
        landscape = window.landscape
        if landscape.isVisible() and landscape.view is not None:
            chart = landscape.view.shown_chart
            places += [(chart, chart.map_to_widget(QPointF(*at))) for at in chart.marks().values()]
        shown: Any = window.terms_card.shown_chart
        if self.store.view.mode is ViewMode.LOSS_CURVES:
            places.append((shown, QPoint(random.randrange(max(shown.width(), 1)), shown.height() // 2)))
        elif shown is window.terms_chart:
            caps = self.store.snapshot.infinite or (0,)
            places.append((shown.viewport(), shown.bar_top(random.choice(caps)) + QPoint(0, 8)))
        if places:
            widget, at = random.choice(places)
            start = self.inside(widget, at)
            self.drag(start, self.way(start, random.choice((5, 40))), random.choice((NONE, NONE, ALT)))

    def drag_anywhere(self) -> None:
        start = self.somewhere()
        self.drag(start, self.way(start, self.random.choice((10, 100))))

    def click_anywhere(self) -> None:
        random = self.random
        self.then_move(self.somewhere())
        if random.random() < 0.2:
            self.then("double click", lambda: self.mouse.double_click(self.window, self.at))
            return
        buttons = (LEFT, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
        self.then_press(random.choices(buttons, (6, 3, 1))[0], random.choices((NONE, CONTROL, SHIFT), (6, 2, 1))[0])
        self.then_release()

    def click_button(self) -> None:
        """Click a button, of the lessons more often than of all others."""
        window = self.window
        inside: QWidget = window
        if window.lessons is not None and window.lessons.isVisible() and self.random.random() < 0.6:
            inside = window.lessons
        buttons = [one for one in inside.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if not buttons:
            return
        button = self.random.choice(buttons)
        at = self.inside(button, button.rect().center())
        if not window.rect().contains(at):
            return
        name = button.objectName() or button.text() or type(button).__name__
        self.then(f"towards ‘{name}’", lambda: None)
        self.then_move(at)
        self.then_press()
        self.then_release()

    def hover(self) -> None:
        for place in self.way(self.somewhere(), 30):
            self.then_move(place)

    def turn_wheel(self) -> None:
        random = self.random
        at = self.somewhere()
        for _ in range(random.randint(1, 4)):
            steps = random.choice((QPoint(0, 120), QPoint(0, -120), QPoint(120, 0), QPoint(0, 15)))
            modifiers = random.choices((NONE, CONTROL, SHIFT, ALT), (6, 1, 1, 1))[0]
            self.then(
                f"wheel {steps.y()} at {at.x()}, {at.y()}",
                lambda steps=steps, modifiers=modifiers: self.mouse.wheel(self.window, at, steps, modifiers),
            )
