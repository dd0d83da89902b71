"""The geometry of a code tree, and of the list of its code words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF

from klscope.theory.huffman import HuffmanCode

MOST_LEAVES = 16
"""A tree with more leaves is too small to read; a list is shown instead."""
LEAF_TEXT = 30.0
"""The height of a leaf's two lines."""
LEAST_LEVEL, LEAST_SLOT = 11.0, 20.0
NARROWEST_ENTRY = 24.0


class Edge(NamedTuple):
    """An edge from a node to a child, labelled with its bit."""

    x: float
    y: float
    to_x: float
    to_y: float
    bit: str


class Leaf(NamedTuple):
    """A category at the end of its code word, and the space for its name."""

    category: int
    x: float
    y: float
    slot: QRectF


class Tree(NamedTuple):
    """The edges and leaves of a code, in pixels, and the height of a level."""

    edges: list[Edge]
    leaves: list[Leaf]
    level: float


def tree_of(code: HuffmanCode, room: QRectF) -> Tree | None:
    """Return the tree of a code inside a rectangle; None where it would be too small to read.

    The root is at the top; 0 is left and 1 is right, so that leaves are in the order of their code words.
    """
    count = len(code.order)
    words = [code.words[index] or "" for index in code.order]
    depth = max(1, *map(len, words))
    level = min((room.height() - LEAF_TEXT - 4.0) / depth, 34.0)
    width = room.width() / count
    if count > MOST_LEAVES or level < LEAST_LEVEL or width < LEAST_SLOT:
        return None
    top = room.top() + 4.0
    width = min(width, 110.0)
    left = room.left() + (room.width() - count * width) / 2
    xs = {word: left + (place + 0.5) * width for place, word in enumerate(words)}
    for length in range(depth - 1, -1, -1):  # a node is centred over its two children
        for start in {word[:length] for word in words if len(word) > length}:
            xs[start] = (xs[start + "0"] + xs[start + "1"]) / 2
    edges = [
        Edge(xs[node[:-1]], top + level * (len(node) - 1), x, top + level * len(node), node[-1])
        for node, x in xs.items()
        if node
    ]
    leaves = []
    for place, (index, word) in enumerate(zip(code.order, words, strict=True)):
        y = top + level * len(word)
        leaves.append(Leaf(index, xs[word], y, QRectF(left + place * width, y, width, LEAF_TEXT)))
    return Tree(edges, leaves, level)


class Cell(NamedTuple):
    """An entry of a list: a category and its position; −1 for the count of omitted ones."""

    category: int
    place: QRectF


def most_listed(row: float, room: QRectF) -> int:
    """Return a number of entries that certainly exceeds the space of a list."""
    return max(1, int(room.height() / row)) * (int(room.width() / NARROWEST_ENTRY) + 2)


def list_of(widths: list[float], count: int, last: float, row: float, room: QRectF) -> tuple[list[Cell], int]:
    """Return the positions of entries in columns, and the number of omitted ones.

    Parameters
    ----------
    widths
        The widths of the first entries, including the spacing of columns.
    count
        The number of all entries.
    last
        The width of the last entry, which counts the omitted ones.
    row
        The height of an entry.
    """
    rows = max(1, int(room.height() / row))
    columns: list[tuple[float, float, int]] = []
    left, first = room.left(), 0
    while first < len(widths):
        width = max(widths[first : first + rows])
        if columns and left + width > room.right() + 1.0:
            break
        columns.append((left, width, first))
        left, first = left + width, first + rows
    shown = min(first, len(widths))
    if shown < count:
        shown -= 1
        start, width, begin = columns[-1]
        columns[-1] = (start, max(width, last), begin)
    cells = []
    for start, width, begin in columns:
        for place, index in enumerate(range(begin, min(begin + rows, len(widths)))):
            category = index if index < shown else -1
            cells.append(Cell(category, QRectF(start, room.top() + place * row, width, row)))
    return cells, count - shown
