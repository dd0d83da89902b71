"""Trees and lists of code words: everything has a place of its own, inside the room there is."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from klscope.theory.huffman import HuffmanCode
from klscope.views.evidence.huffman_geometry import LEAF_TEXT, MOST_LEAVES, list_of, tree_of

ROOM = QRectF(300.0, 24.0, 420.0, 140.0)
WEATHER = HuffmanCode.of(np.array([1.0, 4.0, 2.0, 1.0]))


@pytest.mark.parametrize("n", [2, 3, 4, 6, 11, 16])
def test_a_tree_has_a_line_for_every_bit_that_is_shared(n):
    code = HuffmanCode.of(np.random.default_rng(n).dirichlet(np.full(n, 20.0)))
    tree = tree_of(code, ROOM)
    assert len(tree.edges) == 2 * (n - 1)
    assert [leaf.category for leaf in tree.leaves] == list(code.order)
    assert all(ROOM.contains(leaf.slot) for leaf in tree.leaves)
    assert all(one.slot.right() <= other.slot.left() + 1e-6 for one, other in pairwise(tree.leaves))
    for edge in tree.edges:
        assert (edge.to_x < edge.x) == (edge.bit == "0")
        assert edge.to_y - edge.y == pytest.approx(tree.level)


def test_following_the_bits_from_the_root_leads_to_the_leaf():
    tree = tree_of(WEATHER, ROOM)
    down = {(round(edge.x, 6), round(edge.y, 6), edge.bit): (edge.to_x, edge.to_y) for edge in tree.edges}
    root = min(tree.edges, key=lambda edge: edge.y)
    for leaf in tree.leaves:
        x, y = root.x, root.y
        for bit in WEATHER.words[leaf.category]:
            x, y = down[round(x, 6), round(y, 6), bit]
        assert (x, y) == pytest.approx((leaf.x, leaf.y))


def test_what_is_alone_is_a_leaf_without_a_line():
    tree = tree_of(HuffmanCode.of(np.array([0.0, 1.0])), ROOM)
    assert tree.edges == []
    assert [leaf.category for leaf in tree.leaves] == [1]


def test_what_would_be_too_fine_is_no_tree():
    assert tree_of(HuffmanCode.of(np.ones(MOST_LEAVES + 1)), QRectF(0.0, 0.0, 2_000.0, 900.0)) is None
    assert tree_of(WEATHER, QRectF(0.0, 0.0, 70.0, 140.0)) is None
    assert tree_of(WEATHER, QRectF(0.0, 0.0, 420.0, LEAF_TEXT + 30.0)) is None
    assert tree_of(HuffmanCode.of(0.5 ** np.arange(14.0)), ROOM) is None


def test_a_list_goes_down_column_after_column():
    cells, left_out = list_of([50.0] * 10, 10, 80.0, 15.0, QRectF(10.0, 20.0, 300.0, 66.0))
    assert left_out == 0
    assert [cell.category for cell in cells] == list(range(10))
    assert [(cell.place.left(), cell.place.top()) for cell in cells][3:6] == [(10.0, 65.0), (60.0, 20.0), (60.0, 35.0)]


def test_a_column_is_as_wide_as_its_widest():
    cells, _ = list_of([50.0, 70.0, 50.0, 20.0], 4, 80.0, 15.0, QRectF(0.0, 0.0, 300.0, 30.0))
    assert [cell.place.left() for cell in cells] == [0.0, 0.0, 70.0, 70.0]


def test_what_has_no_room_is_counted_in_the_last_place():
    cells, left_out = list_of([50.0] * 20, 100, 80.0, 15.0, QRectF(0.0, 0.0, 110.0, 45.0))
    assert [cell.category for cell in cells] == [0, 1, 2, 3, 4, -1]
    assert left_out == 95
    cells, left_out = list_of([500.0, 500.0], 2, 80.0, 15.0, QRectF(0.0, 0.0, 110.0, 10.0))
    assert [cell.category for cell in cells] == [-1]
    assert left_out == 2
