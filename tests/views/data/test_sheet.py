"""The sheet of opened data: its sentence, mistakes, counts and keys. Oracle: the texts and the numbers in them."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QToolButton

from klscope.files.tables.contents import Contents, NumberTable, RowsTable
from klscope.files.tables.data_reading import Second, read_contents
from klscope.files.tables.opening import open_text
from klscope.files.tables.options import Match, MatrixPair, NumberKind, ReadOptions
from klscope.model.comparison import Comparison
from klscope.views.data.sheet import DataSheet
from klscope.views.theme import DARK, LIGHT

LETTERS = "letter,english,german,french\ne,127,164,147\nn,67,98,71\nt,91,62,72\n"
PRESENT = Comparison.from_weights(("e", "n", "t"), [1, 1, 2], [2, 1, 1])


def reading_of(*texts, **options):
    given = ReadOptions(**options)
    return read_contents(tuple(open_text(text, f"{k}.csv", given) for k, text in enumerate(texts)), given, None)


@pytest.fixture
def sheet(qtbot):
    made = DataSheet(LIGHT)
    qtbot.addWidget(made)
    made.resize(440, 600)
    made.show()
    qtbot.waitExposed(made)
    made.readings = []
    made.options_changed.connect(made.readings.append)
    return made


def box(sheet, name):
    return sheet.findChild(QComboBox, name)


def pick(sheet, name, text):
    one = box(sheet, name)
    place = one.findText(text)
    assert place >= 0, [one.itemText(k) for k in range(one.count())]
    one.setCurrentIndex(place)
    one.activated.emit(place)


def text(sheet, name, kind=QLabel):
    return sheet.findChild(kind, name).text()


def test_it_reads_as_a_sentence(sheet):
    sheet.show_reading(reading_of(LETTERS))
    found = [part for kind in (QLabel, QComboBox) for part in sheet.sentence.findChildren(kind)]
    parts = sorted(found, key=lambda part: (part.y(), part.x()))
    words = [part.currentText() if isinstance(part, QComboBox) else part.text() for part in parts if part.isVisible()]
    assert " ".join(words) == (
        "3 categories: names letter first line is a heading P english as counts sum 285 Q german as counts sum 324 "
        "P and Q are columns add to each count"
    )
    assert text(sheet, "dataWrong").startswith("0.csv: there are 3 columns of numbers")
    assert text(sheet, "dataWrong").endswith(".")


def test_a_column_is_chosen_and_the_other_stays(sheet):
    sheet.show_reading(reading_of(LETTERS))
    pick(sheet, "dataQ", "french")
    assert (sheet.readings[-1].p_column, sheet.readings[-1].q_column) == ("english", "french")
    pick(sheet, "dataPNumbers", "percent")
    assert sheet.readings[-1].p_numbers is NumberKind.PERCENT
    assert sheet.readings[-1].q_column == "french"  # also where nothing was read between


def test_q_can_be_uniform_the_present_one_or_a_second_file(sheet):
    chosen = []
    sheet.second_chosen.connect(chosen.append)
    sheet.show_reading(reading_of(LETTERS))
    pick(sheet, "dataQ", "kept: the present Q")
    pick(sheet, "dataQ", "a second file…")
    assert chosen == [Second.PRESENT, Second.FILE]
    assert box(sheet, "dataQ").currentText() == "german"  # until there is a file
    pick(sheet, "dataQ", "uniform")
    assert (sheet.readings[-1].p_column, sheet.readings[-1].q_column) == ("english", None)
    sheet.show_reading(reading_of(LETTERS).read_as(sheet.readings[-1]))
    assert box(sheet, "dataQ").currentText() == "uniform"
    sheet.show_reading(reading_of("letter,n\ne,1\nn,3\n").with_present(PRESENT, ReadOptions()))
    assert box(sheet, "dataQ").currentText() == "kept: the present Q"
    pick(sheet, "dataQ", "from 0.csv too")
    assert chosen[-1] is Second.NOTHING


def test_a_matrix_offers_its_margins(sheet):
    sheet.show_reading(reading_of(LETTERS))
    pick(sheet, "dataP", "sums of the rows (Q: of the columns)")
    assert sheet.readings[-1].pair is MatrixPair.MARGINS


def test_all_mistakes_are_listed_and_lead_to_their_cells(sheet, qtbot):
    lines = [f"item {k},{k},{k}" for k in range(1, 401)]
    lines[299], lines[350] = "item 300,1O2,5", "item 351,4,n/a"
    sheet.show_reading(reading_of("name,before,after\n" + "\n".join(lines)))
    assert [sheet.mistakes.item(k).text() for k in range(sheet.mistakes.count())] == [
        "line 301, column 'before': '1O2' is not a number",
        "line 352, column 'after': 'n/a' is not a number",
    ]
    assert text(sheet, "dataWrong").startswith("2 mistakes. 0.csv: line 301, column 'before': '1O2' is not a number;")
    table = sheet.table
    shown = lambda row, column: table.viewport().rect().contains(table.visualRect(table.preview.index(row, column)))  # noqa: E731
    assert shown(299, 1)
    assert not sheet.apply_button.isEnabled()
    sheet.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert shown(350, 2)
    assert table.currentIndex() == table.preview.index(350, 2)
    assert table.preview.data(table.preview.index(350, 2), Qt.ItemDataRole.ToolTipRole).startswith("line 352")
    red = table.preview.data(table.preview.index(350, 2), Qt.ItemDataRole.BackgroundRole).color()
    sheet.set_theme(DARK)
    assert table.preview.data(table.preview.index(350, 2), Qt.ItemDataRole.BackgroundRole).color() != red


def test_counts_show_their_names_and_rows(sheet):
    sheet.show_reading(reading_of("the,6\nOf,4\nand,1\n", "of,1\nthe,2\nto,1\n"), ("Of", "and"))
    buttons = {
        name: sheet.findChild(QToolButton, name) for name in ("dataJoined", "dataOnlyP", "dataOnlyQ", "dataFold")
    }
    assert [button.text() for button in buttons.values()][:3] == ["1 joined", "2 only in P", "2 only in Q"]
    assert text(sheet, "dataFinite") == "KL(P‖Q) is ∞: Q gives ‘Of’ and 1 more probability 0."
    buttons["dataOnlyQ"].click()
    assert text(sheet, "dataNamesShown") == "Only in Q: of, to."
    assert {(index.row(), index.column()) for index in sheet.table.selectedIndexes()} == {
        (0, 2),
        (0, 3),
        (2, 2),
        (2, 3),
    }
    buttons["dataFold"].click()
    assert sheet.readings[-1].match is Match.FOLDED
    sheet.show_reading(reading_of("the,6\nof,4\n", "of,1\nthe,2\nto,1\n"))
    assert text(sheet, "dataFinite") == "KL(P‖Q) is finite."
    assert not buttons["dataFold"].isVisible()
    assert not buttons["dataOnlyP"].isVisible()


def test_what_only_some_data_need_is_offered_with_them(sheet):
    offered = lambda name: sheet.findChild(QCheckBox, name).isVisible()  # noqa: E731
    sheet.show_reading(reading_of("w,p,q\na,1,3\nb,0,0\nc,1,1\n"))
    assert offered("dataEmpty")
    sheet.findChild(QCheckBox, "dataEmpty").click()
    assert sheet.readings[-1].leave_out_empty
    sheet.show_reading(reading_of("w,p,q\na,0.5,0.2\nb,0.2,0.2\n"))
    assert offered("dataRest")
    assert not offered("dataEmpty")
    sheet.show_reading(reading_of("a,1\nb,2\na,3\n"))
    assert offered("dataDuplicates")
    sheet.take_focus()
    assert QApplication.focusWidget() is sheet.findChild(QCheckBox, "dataDuplicates")


def test_the_keys(sheet, qtbot):
    heard = []
    sheet.applied.connect(partial(heard.append, "applied"))
    sheet.cancelled.connect(partial(heard.append, "cancelled"))
    sheet.show_reading(reading_of(LETTERS))
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.take_focus()
    assert QApplication.focusWidget() is sheet.apply_button
    for part in (sheet.apply_button, sheet.table, box(sheet, "dataP"), sheet.sentence.amount):
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert heard == ["cancelled"] * 4
    heard.clear()
    for part in (sheet.apply_button, sheet.table, sheet.sentence.amount):
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Return)
    assert heard == ["applied"] * 3
    heard.clear()
    cancel = sheet.findChild(QPushButton, "dataCancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert heard == ["cancelled"]


def test_tab_follows_the_picture(sheet, qtbot):
    sheet.show_reading(reading_of(LETTERS))
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    box(sheet, "dataNames").setFocus()
    names = []
    for _ in range(10):
        names.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert names == [
        *("dataNames", "dataHeading", "dataP", "dataPNumbers", "dataQ", "dataQNumbers", "dataDirection"),
        *("dataAmount", "dataTable", "dataCancel"),
    ]


def test_every_part_has_a_name_for_a_reader(sheet):
    sheet.show_reading(reading_of(LETTERS))
    for part in (*sheet.findChildren(QComboBox), sheet.table, sheet.mistakes, sheet.sentence.amount):
        assert part.accessibleName(), part.objectName()
    assert box(sheet, "dataPNumbers").accessibleDescription() == "Proposed because they are whole numbers."


def test_the_table_keeps_its_place_while_the_reading_changes(sheet):
    reading = reading_of("name,before,after,later\n" + "\n".join(f"item {k},{k},{k},1" for k in range(500)))
    sheet.show_reading(reading)
    bar = sheet.table.verticalScrollBar()
    bar.setValue(200)
    widths = [sheet.table.columnWidth(k) for k in range(3)]
    sheet.show_reading(reading.read_as(ReadOptions(p_column="after", q_column="later")))
    assert bar.value() == 200
    assert [sheet.table.columnWidth(k) for k in range(3)] == widths


def test_samples_are_counted_when_they_are_said_to_be(sheet, qtbot):
    reading = reading_of("train,test\ncat,dog\ncat,cat\ndog,dog\ncat,bird\n")
    sheet.show_reading(reading)
    assert not sheet.apply_button.isEnabled()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.take_focus()
    assert QApplication.focusWidget() is box(sheet, "dataPNumbers")
    pick(sheet, "dataPNumbers", "samples")
    counted = reading.read_as(sheet.readings[-1])
    sheet.show_reading(counted)
    assert counted.pair.labels == ("cat", "dog", "bird")
    assert counted.pair.p.probabilities.tolist() == [0.75, 0.25, 0.0]
    assert sheet.apply_button.isEnabled()


def test_lines_that_are_no_table_are_shown_without_choices(sheet):
    sheet.show_reading(reading_of("a,1,2\nb,3\nc,4,5\nd,1,1\n"))
    assert not sheet.sentence.findChild(QComboBox, "dataP")
    assert sheet.table.preview.data(sheet.table.preview.index(1, 0)) == "b,3"
    assert text(sheet, "dataWrong")


def test_the_sheet_shows_what_the_reader_uses_where_nothing_is_said(sheet):
    arrays = {"q": NumberTable(np.array([1.0, 1.0])), "model": NumberTable(np.array([1.0, 3.0]))}
    sheet.show_reading(read_contents((Contents("a.npz", arrays),), ReadOptions(), None))
    assert (box(sheet, "dataPKey").currentText(), box(sheet, "dataQKey").currentText()) == ("model", "q")
    pick(sheet, "dataPKey", "q")
    assert (sheet.readings[-1].p_key, sheet.readings[-1].q_key) == ("q", "q")
    sheets = {"empty": RowsTable([]), "data": RowsTable([["a", "1"], ["b", "3"]])}
    book = (Contents("b.xlsx", sheets, are_sheets=True),)
    for options in (ReadOptions(), ReadOptions(sheet="2")):
        sheet.show_reading(read_contents(book, options, None))
        assert box(sheet, "dataSheetName").currentText() == "data"


def test_columns_of_one_heading_are_named_by_their_numbers(sheet):
    sheet.show_reading(reading_of("name,name,p,q\na,x,1,2\nb,y,3,4\n"))
    box(sheet, "dataNames").activated.emit(1)
    assert sheet.readings[-1].label_column == "2"
    assert reading_of("name,name,p,q\na,x,1,2\nb,y,3,4\n", label_column="2").pair.labels == ("x", "y")
