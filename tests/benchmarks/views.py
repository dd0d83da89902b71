"""Print the time that each view adds to one event of a drag, compared with the terms of KL.

    python tests/benchmarks/views.py [--events 400] [--blocks 8]

Every window has its hand on the same bar; their blocks alternate. Exits 1 if a view costs more than it may.
"""

import argparse
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported

from hand import KlscopeDrag, in_turn
from PySide6.QtWidgets import QAbstractButton, QApplication
from timing import print_table, print_target

from klscope.model.comparison import Side
from klscope.model.views import ViewMode

MOST_MORE, MOST_MORE_OF_LANDSCAPE = 1.0, 4.0
"""How many milliseconds a view may add to an event."""


def pressed(explorer, words, times):
    """Press a button of the shown view so many times."""
    buttons = explorer.window.terms_card.findChildren(QAbstractButton)
    button = next(one for one in buttons if one.text() == words)
    for _ in range(times):
        button.click()


def with_tab(name):
    """Return what brings a tab to the front."""
    return lambda explorer: explorer.window.tabs.setCurrentWidget(getattr(explorer.window, name))


def rows():
    """Return what is measured: name, number of categories, mode, what prepares the window, how much it may add."""
    terms = ViewMode.KL_DIVERGENCE
    return [
        ("code lengths", 26, ViewMode.CODE_LENGTHS, None, MOST_MORE),
        ("loss curves", 26, ViewMode.LOSS_CURVES, None, MOST_MORE),
        ("training, 100 steps", 26, ViewMode.TRAINING, lambda one: pressed(one, "Step", 100), MOST_MORE),
        ("evidence, 10,000 samples", 26, ViewMode.EVIDENCE, lambda one: pressed(one, "+1,000", 10), MOST_MORE),
        ("formula", 26, terms, with_tab("formula"), MOST_MORE),
        ("more measures", 26, terms, with_tab("measures"), MOST_MORE),
        ("a pin", 26, terms, lambda one: one.window.actions_by_name["pin"].trigger(), MOST_MORE),
        ("landscape", 3, terms, with_tab("landscape"), MOST_MORE_OF_LANDSCAPE),
        ("landscape", 26, terms, with_tab("landscape"), MOST_MORE_OF_LANDSCAPE),
    ]


def main():
    """Run, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=400, help="timed events of each (default: 400)")
    parser.add_argument("--blocks", type=int, default=8, help="in so many blocks, in turn (default: 8)")
    options = parser.parse_args()
    application = QApplication(["klscope"])
    application.setStyle("Fusion")
    verdicts = []
    for side in Side:
        for name, n, mode, prepare, most in rows():
            plain, explained = KlscopeDrag(n, side), KlscopeDrag(n, side, mode, prepare)
            title = f"n = {n}, {side.value} dragged"
            contestants = {f"{title}, terms of KL": (plain.block, 1.0), f"{title}, {name}": (explained.block, 1.0)}
            series = in_turn(contestants, options.events, options.blocks)
            one, other = series.values()
            print_table(list(series.items()), one)
            verdicts.append(
                print_target(
                    f"{other.median - one.median:+.2f} ms, at most +{most:.0f} ms", other.median - one.median <= most
                )
            )
            plain.close()
            explained.close()
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
