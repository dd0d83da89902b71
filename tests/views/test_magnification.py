"""How large things are. Oracle: proportion; what was magnified and brought back is as it was, to the pixel."""

import pytest
from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from klscope.app import create
from klscope.views import magnification


@pytest.fixture
def pane(show):
    """Return a pane with letters, fixed sizes and margins."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(16, 10, 12, 6)
    column.setSpacing(8)
    row, grid = QHBoxLayout(), QGridLayout()
    column.addLayout(row)
    column.addLayout(grid)
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(2)
    first, second = QPushButton("first"), QPushButton("second")
    magnification.set_font_size(first, 13)
    first.setFixedSize(60, 24)
    second.setMaximumWidth(220)
    second.setIconSize(QSize(20, 20))
    row.addWidget(first)
    row.addWidget(second)
    label = QLabel("words")
    label.setContentsMargins(5, 0, 0, 0)
    magnification.set_font_size(label, 16, bold=True)
    grid.addWidget(label, 0, 0)
    return show(pane, 300, 200)


def sizes_of(root):
    """Return all that has a size in a widget and those inside."""

    def of_layouts(layout):
        every = [] if layout is None else [layout, *layout.findChildren(QLayout)]
        return [(edges_of(one), one.spacing()) for one in every]

    def edges_of(one):
        edges = one.contentsMargins()
        return (edges.left(), edges.top(), edges.right(), edges.bottom())

    found = []
    for widget in (root, *root.findChildren(QWidget)):
        found.append(
            (
                type(widget).__name__,
                widget.objectName(),
                (widget.font().pixelSize(), widget.font().bold()),
                (widget.minimumSize().toTuple(), widget.maximumSize().toTuple()),
                edges_of(widget),
                of_layouts(widget.layout()),
            )
        )
    return found


def test_all_that_has_a_size_is_multiplied(pane):
    magnification.magnify(1.5, pane)
    first, second = pane.findChildren(QPushButton)
    assert (first.font().pixelSize(), first.size()) == (20, QSize(90, 36))  # 13 · 1.5 = 19.5
    assert (second.maximumWidth(), second.iconSize()) == (330, QSize(30, 30))
    assert second.maximumHeight() == magnification.NO_BOUND
    (label,) = pane.findChildren(QLabel)
    assert (label.font().pixelSize(), label.font().bold()) == (24, True)
    assert label.contentsMargins() == QMargins(8, 0, 0, 0)
    column = pane.layout()
    assert (column.contentsMargins(), column.spacing()) == (QMargins(24, 15, 18, 9), 12)
    (grid,) = column.findChildren(QGridLayout)
    assert (grid.horizontalSpacing(), grid.verticalSpacing()) == (6, 3)


def test_any_number_of_changes_leads_back_to_where_it_was(pane):
    before = sizes_of(pane)
    for factor in (1.1, 1.6, 1.25, 2.0, 1.0):
        magnification.magnify(factor, pane)
    assert sizes_of(pane) == before


def test_what_is_built_later_is_built_at_its_usual_size_and_adopted(pane):
    magnification.magnify(2.0, pane)
    late = QPushButton("late")
    late.setFixedHeight(24)
    magnification.set_font_size(late, 12)
    magnification.adopt(late)
    assert (late.height(), late.font().pixelSize()) == (48, 24)
    pane.layout().addWidget(late)
    magnification.magnify(1.0, pane)
    assert (late.height(), late.font().pixelSize()) == (24, 12)


def test_columns_and_rows_of_a_table_grow_from_where_a_person_put_them(show):
    table = QTableView()
    table.verticalHeader().setDefaultSectionSize(27)
    show(table, 300, 200)
    magnification.magnify(2.0, table)
    assert table.verticalHeader().defaultSectionSize() == 54
    table.verticalHeader().setDefaultSectionSize(60)
    magnification.magnify(1.0, table)
    assert table.verticalHeader().defaultSectionSize() == 30


def test_pictures_are_built_at_the_usual_size(pane):
    magnification.magnify(1.75, pane)
    with magnification.usual():
        assert magnification.pixels(100) == 100
    assert magnification.pixels(100) == 175


def test_letters_can_fill_the_room_and_are_as_set_again(pane):
    (label,) = pane.findChildren(QLabel)
    magnification.scale_font(label, 1.5)
    assert label.font().pixelSize() == 24
    magnification.scale_font(label, 1.0)
    assert (label.font().pixelSize(), label.font().bold()) == (16, True)


@pytest.mark.usefixtures("qtbot")
def test_the_whole_window_comes_back_as_it_was():
    explorer = create()
    window = explorer.window
    window.magnify(1.25)  # Qt counts some sizes of its own parts only when a style sheet has changed once
    window.magnify(1.0)
    before = sizes_of(window.centralWidget())
    window.magnify(1.6)
    larger = sizes_of(window.centralWidget())
    assert larger != before
    window.magnify(1.0)
    assert sizes_of(window.centralWidget()) == before
    window.deleteLater()
    explorer.deleteLater()
