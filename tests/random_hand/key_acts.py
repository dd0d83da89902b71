"""What a hand does with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from klscope.model.comparison import Side
from random_hand import texts
from random_hand.devices import NONE
from random_hand.plan import ALT, CONTROL, SHIFT, Plan

CHART_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *("Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Up", "Down", "Left", "Right"),
        *("Space", "Return", "Escape", "Tab", "Backtab", "L", "S", "P", "Q", "Delete", "F2", "5", "Period"),
    )
)


class KeyActs(Plan):
    """Keys on the charts, and what is typed on a bar, in the table and in *Edit values*."""

    def press_keys(self) -> None:
        random = self.random
        if random.random() < 0.5:
            chart = random.choice((self.window.p_chart, self.window.q_chart, self.window.terms_card.shown_chart))
            self.then("focus a chart", lambda: chart.setFocus(Qt.FocusReason.TabFocusReason))
        for _ in range(random.randint(1, 6)):
            modifiers = random.choices((NONE, SHIFT, CONTROL, ALT), (12, 4, 1, 1))[0]
            key = random.choice(CHART_KEYS)
            if not (key is Qt.Key.Key_Q and modifiers & CONTROL):
                for _ in range(random.choice((1, 1, 3))):
                    self.then_key(key, modifiers)

    def type_value(self) -> None:
        random, chart = self.random, self.window.chart(self.random.choice(list(Side)))
        self.then("focus a chart", lambda: chart.setFocus(Qt.FocusReason.TabFocusReason))
        self.then_key(random.choice((Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_F2, Qt.Key.Key_Period)))
        self.then_type(texts.text(random))
        self.then_key(random.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def type_in_table(self) -> None:
        random, table = self.random, self.window.table
        if not table.isVisible():
            self.look_at_tab()
            return
        index = table.model().index(random.randrange(self.store.comparison.n), random.randrange(5))
        at = self.inside(table.viewport(), table.visualRect(index).center())
        if not self.window.rect().contains(at):
            return
        self.then_move(at)
        self.then("double click", lambda: self.mouse.double_click(self.window, self.at))
        self.then_type(texts.text(random))
        self.then_key(random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def edit_values(self) -> None:
        random, actions = self.random, self.window.actions_by_name
        self.then("edit values", actions["edit_values"].trigger)
        for _ in range(random.randint(1, 3)):
            self.then_type(texts.text(random))
            self.then_key(random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Delete)))
        if random.random() < 0.4:
            self.copy_something()
            self.then_key(Qt.Key.Key_V, CONTROL)
        self.then_key(*random.choice(((Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Escape,))))
