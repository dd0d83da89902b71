"""The same three bar charts in a matplotlib window, redrawn in full or blitted.

In matplotlib's favour: plain numpy measures, a number per chart and none per bar, no dashed lines, no readouts.
"""

import matplotlib as mpl

mpl.use("QtAgg")

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtWidgets import QApplication, QMainWindow

P_COLOUR, Q_COLOUR, EXCESS_COLOUR, SAVING_COLOUR = "#0064A0", "#E69F00", "#7A1848", "#1B9E84"


class Canvas(FigureCanvasQTAgg):
    """A canvas that counts its paints."""

    paints = 0

    def paintEvent(self, event):
        self.paints += 1
        super().paintEvent(event)


class MatplotlibWindow(QMainWindow):
    """P, Q and the KL terms over each other."""

    def __init__(self, labels, p, q, width, height):
        super().__init__()
        self.canvas = Canvas(Figure(figsize=(width / 100, height / 100), dpi=100))
        self.setCentralWidget(self.canvas)
        self.resize(width, height)
        axes = self.canvas.figure.subplots(3, 1)
        self._axes = axes
        places = np.arange(len(labels))
        self._bars = [
            axes[0].bar(places, p, color=P_COLOUR, width=0.7),
            axes[1].bar(places, q, color=Q_COLOUR, width=0.7),
            axes[2].bar(places, terms(p, q), color=EXCESS_COLOUR, width=0.7),
        ]
        self._numbers = [axis.text(0.99, 0.9, "", transform=axis.transAxes, ha="right") for axis in axes]
        top = 1.25 * max(p.max(), q.max())
        for axis, limits in zip(axes, ((0.0, top), (0.0, top), (-0.3, 0.3)), strict=True):
            axis.set_ylim(*limits)
            axis.set_xlim(-0.5, len(labels) - 0.5)
            axis.set_xticks(places, labels)
        self._background = None

    @property
    def paints(self):
        return self.canvas.paints

    def show_pair(self, p, q):
        """Set the height of each bar and the number of each chart."""
        each = terms(p, q)
        for bars, heights in zip(self._bars, (p, q, each), strict=True):
            for bar, height in zip(bars, heights.tolist(), strict=True):
                bar.set_height(height)
        for bar, term in zip(self._bars[2], each.tolist(), strict=True):
            bar.set_facecolor(EXCESS_COLOUR if term >= 0 else SAVING_COLOUR)
        totals = (-(p * np.log2(p)).sum(), -(p * np.log2(q)).sum(), each.sum())
        for number, total in zip(self._numbers, totals, strict=True):
            number.set_text(f"{total:.4f} bits")

    def draw_in_full(self, p, q):
        """Redraw and paint everything."""
        self.show_pair(p, q)
        self.canvas.draw()
        QApplication.processEvents()

    def start_blitting(self):
        """Store the background without bars and numbers."""
        for artist in self._moving():
            artist.set_animated(True)
        self.canvas.draw()
        QApplication.processEvents()
        self._background = self.canvas.copy_from_bbox(self.canvas.figure.bbox)

    def draw_blitted(self, p, q):
        """Draw bars and numbers over the background, and paint."""
        self.show_pair(p, q)
        self.canvas.restore_region(self._background)
        for artist in self._moving():
            artist.axes.draw_artist(artist)
        self.canvas.blit(self.canvas.figure.bbox)
        QApplication.processEvents()

    def _moving(self):
        return [bar for bars in self._bars for bar in bars] + self._numbers


def terms(p, q):
    """Return p · log₂ p/q, for positive values."""
    return p * np.log2(p / q)
