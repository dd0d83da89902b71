"""Workbooks as Excel and LibreOffice write them, with errors, formulas, dates and far-away cells, and hostile ones.

Oracle: the XML, written by hand by ECMA-376 and OpenDocument 1.3.
"""

import io
import zipfile
from collections.abc import Sequence

import pytest

from data_files import ods, xlsx
from klscope.files.tables.codecs import reader_process, spreadsheets
from klscope.files.tables.codecs.sheet_scan import position_of
from klscope.files.tables.codecs.spreadsheets import read
from klscope.files.tables.contents import Contents, DataError, RowsTable
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import ReadOptions
from klscope.files.tables.pairing import PairReading, read_pair


def opened(content: bytes, options: ReadOptions | None = None) -> Contents:
    return read(DataSource("a.xlsx", None, content), options or ReadOptions())


def table_of(content: bytes) -> RowsTable:
    (table,) = opened(content).tables.values()
    assert isinstance(table, RowsTable)
    return table


def cell(reference: str, content: str) -> str:
    """Return a cell: a number, a text in quotation marks, or an error."""
    if content.startswith('"'):
        return f'<c r="{reference}" t="inlineStr"><is><t>{content.strip(chr(34))}</t></is></c>'
    return f'<c r="{reference}"' + (' t="e"' if content.startswith("#") else "") + f"><v>{content}</v></c>"


def rows_of(*rows: Sequence[str]) -> str:
    made = ""
    for number, row in enumerate(rows, start=1):
        cells = [cell(f"{letter}{number}", text) for letter, text in zip("ABCDEF", row, strict=False)]
        made += f'<row r="{number}">{"".join(cells)}</row>'
    return made


def pair_of(rows: str) -> PairReading:
    return read_pair([opened(xlsx(rows))], ReadOptions(), [])


def test_names_and_two_columns() -> None:
    pair = pair_of(rows_of(('"name"', '"P"', '"Q"'), ('"a"', "1", "0.5"), ('"b"', "3", "0.5")))
    assert (pair.labels, pair.p.probabilities.tolist()) == (("a", "b"), [0.25, 0.75])


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        *(("0.1", "0.1"), ("0.30000000000000004", "0.30000000000000004"), ("3", "3"), ("3.0", "3"), ("-0", "0")),
        *(
            ("1E-300", "1e-300"),
            ("9007199254740993", "9007199254740992.0"),
            ("1E22", "1e+22"),
            ("1234567.5", "1234567.5"),
        ),
    ],
)
def test_numbers_are_texts_that_give_them_back(stored: str, text: str) -> None:
    assert table_of(xlsx(rows_of((stored,)))).rows == [[text]]


def test_numbers_with_three_decimals_are_not_thousands() -> None:
    pair = pair_of(rows_of(('"a"', "1.125"), ('"b"', "2.250"), ('"c"', "4.625")))
    assert pair.p.probabilities.tolist() == [1.125 / 8, 2.25 / 8, 4.625 / 8]


def test_texts_with_decimal_commas_are_read_where_no_cell_is_a_number() -> None:
    pair = pair_of(rows_of(('"a"', '"0,25"'), ('"b"', '"0,75"')))
    assert pair.p.probabilities.tolist() == [0.25, 0.75]


def test_cells_that_are_no_numbers() -> None:
    rows = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
        '<c r="D1" s="1"><v>45000</v></c><c r="E1" s="1"><v>45000.5</v></c><c r="F1" s="2"><v>0.25</v></c></row>'
    )
    assert table_of(xlsx(rows)).rows == [["TRUE", "FALSE", "b", "2023-03-15", "2023-03-15 12:00:00", "0.25"]]


def test_an_error_is_refused_at_its_row_and_column() -> None:
    rows = rows_of(('"name"', '"P"'), ('"a"', "1"), ('"b"', "#N/A"), ('"c"', "2"))
    assert table_of(xlsx(rows)).rows[2] == ["b", "#N/A"]
    with pytest.raises(DataError, match="row 3, column 'P'"):
        pair_of(rows)


def test_an_error_that_is_computed_is_found() -> None:
    rows = rows_of(('"a"', "1")) + '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>2</v></c></row>'
    assert table_of(xlsx(rows)).rows == [["a", "1"], ["#DIV/0!", "2"]]


@pytest.mark.parametrize("stored", ["", "<v></v>", "<v/>"])
def test_a_formula_without_a_stored_value_is_refused_at_its_row_and_column(stored: str) -> None:
    rows = rows_of(('"name"', '"P"'), ('"a"', "1")) + (
        f'<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>B2*2 &amp; A1</f>{stored}</c></row>'
    )
    contents = opened(xlsx(rows))
    assert contents.tables["Table"].rows[2] == ["b", "=B2*2 & A1"]  # type: ignore[union-attr]
    assert contents.notes == ("a.xlsx, sheet 'Table': the formula in row 3, column 2 has no stored value.",)
    with pytest.raises(DataError, match="row 3, column 'P'"):
        read_pair([contents], ReadOptions(), [])


def test_formulas_alone_are_refused_with_a_remedy() -> None:
    rows = '<row r="2"><c r="B2"><f>1+1</f></c><c r="C2"><f>2+2</f></c></row>'
    with pytest.raises(DataError, match="row 2, column 2 has no stored value; save it once more"):
        opened(xlsx(rows))


def test_a_formula_whose_value_is_an_empty_text_has_a_value() -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>'
    assert opened(xlsx(rows)).notes == ()


def test_rows_and_columns_are_those_of_the_sheet() -> None:
    rows = '<row r="5"><c r="C5" t="inlineStr"><is><t>a</t></is></c><c r="D5"><v>1</v></c></row>' + (
        '<row r="6"><c r="C6" t="inlineStr"><is><t>b</t></is></c><c r="D6" t="e"><v>#REF!</v></c></row>'
        '<row r="7"><c r="C7" t="inlineStr"><is><t>c</t></is></c><c r="D7"><v>1</v></c></row>'
    )
    table = table_of(xlsx(rows))
    assert (list(table.numbers or ()), table.first_column) == ([5, 6, 7], 3)
    with pytest.raises(DataError, match="row 6, column 4"):
        pair_of(rows)


def test_merged_cells_have_their_text_once() -> None:
    merged = rows_of(('"a"', "1"), ("", "2")).replace("<v></v>", "")
    content = xlsx(merged + '</sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells><sheetData>')
    assert table_of(content).rows == [["a", "1"], ["", "2"]]


def two_sheets(state: str = "") -> bytes:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    entries = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" {space}><sheets><sheet name="Table" sheetId="1" r:id="rId1"/>'
        f'<sheet name="Zweite &amp; 2" sheetId="2" r:id="rId2" {state}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{types}"><Relationship Id="rId1" Type="{kind}" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{kind}" Target="/xl/worksheets/other.xml"/>'
        "</Relationships>",
        "xl/worksheets/other.xml": f'<worksheet xmlns="{main}"><sheetData>{rows_of(("#N/A",))}</sheetData></worksheet>',
    }
    return xlsx(rows_of(("1",)), **entries)


def test_sheets_by_name() -> None:
    contents = opened(two_sheets())
    assert contents.are_sheets
    rows = {name: table.rows for name, table in contents.tables.items()}  # type: ignore[union-attr]
    assert rows == {"Table": [["1"]], "Zweite & 2": [["#N/A"]]}


@pytest.mark.parametrize("state", ['state="hidden"', 'state="veryHidden"'])
def test_a_hidden_sheet_is_left_out_unless_it_is_asked_for(state: str) -> None:
    contents = opened(two_sheets(state))
    assert (list(contents.tables), contents.notes) == (["Table"], ("Hidden sheets are left out: 'Zweite & 2'.",))
    asked = opened(two_sheets(state), ReadOptions(sheet="Zweite & 2"))
    assert (list(asked.tables), asked.notes) == (["Table", "Zweite & 2"], ())


def of_ods(kind: str, attributes: str = "", text: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


ROW, END = "<table:table-row>", "</table:table-row>"
EMPTY = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
)
ERROR = of_ods("string", 'table:formula="of:=NA()" office:string-value="" calcext:value-type="error"', "#N/A")


def test_opendocument() -> None:
    date = of_ods("date", 'office:date-value="2026-11-30"', "30.11.26")
    boolean = of_ods("boolean", 'office:boolean-value="true"', "WAHR")
    first = of_ods("string", "", "a") + of_ods("percentage", 'office:value="0.25"', "25 %") + date + boolean
    twice = of_ods("string", "", "b") + of_ods("float", 'office:value="3"', "3")
    repeated = ROW.replace(">", ' table:number-rows-repeated="2">')
    contents = opened(ods(ROW + first + END + repeated + twice + END + EMPTY + END))
    assert contents.format_name == "ods"
    assert contents.tables["Table"].rows == [  # type: ignore[union-attr]
        ["a", "0.25", "2026-11-30", "TRUE"],
        ["b", "3", "", ""],
        ["b", "3", "", ""],
    ]


def test_errors_in_opendocument_are_texts_at_their_place() -> None:
    number = of_ods("float", 'office:value="3"', "3")
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    above = '<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'
    table = table_of(ods(above + ROW + number + gap + ERROR + END + ROW + ERROR + END))
    assert table.rows == [["3", "", "", "#N/A"], ["#N/A", "", "", ""]]
    assert list(table.numbers or ()) == [5, 6]


def refused(content: bytes, says: str) -> None:
    with pytest.raises(DataError, match=says):
        opened(content)


def test_a_far_away_cell_is_refused_and_named() -> None:
    rows = rows_of(("1", "2")) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    refused(
        xlsx(rows), r"sheet 'Table': there is a cell in row 1,048,576, and one in column 16,384, far from the others"
    )


def test_an_empty_cell_that_is_far_away_is_not_seen() -> None:
    assert table_of(xlsx(rows_of(("1", "2")) + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')).rows == [["1", "2"]]


def test_a_far_away_cell_that_is_written_in_another_way_ends_a_process_only() -> None:
    rows = rows_of(("1", "2")) + '<row r="1048576"><c\nr = "XFD1048576"><v>1</v></c></row>'
    refused(xlsx(rows), "is damaged, or too large to be read; save the table in it as CSV")


def zipped(size: int) -> bytes:
    file = io.BytesIO(xlsx(rows_of(("1", "2"))))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.xml", bytes(size))
    return file.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    refused(zipped(300_000_000), "300 MB when it is unpacked, and at most 200 are read")


def test_an_entry_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(xlsx(rows_of(*[("1", "2")] * 1_000)))
    start = content.rfind(b"PK\x01\x02")
    content[start + 24 : start + 28] = (76).to_bytes(4, "little")
    with pytest.raises(DataError, match="damaged"):
        opened(bytes(content))


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + k)} "{f"&{chr(97 + k)};" * 10}">' for k in range(9)
    )
    sheet = bomb + "]><worksheet><sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData></worksheet>"
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"):
        with pytest.raises(DataError):
            opened(xlsx("", **{name: sheet}))


def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "LONGEST_WAIT", 0)
    monkeypatch.setattr(spreadsheets, "MODULE", "this")  # it does nothing in time
    monkeypatch.setattr(reader_process, "_SECONDS_BETWEEN_QUESTIONS", 0.0)
    with pytest.raises(DataError, match="could not be read within 0 seconds"):
        opened(xlsx(rows_of(("1",))))


def test_reading_can_be_cancelled() -> None:
    source = DataSource("a.xlsx", None, xlsx(rows_of(("1",))), is_cancelled=lambda: True)
    with pytest.raises(DataError, match="reading was cancelled"):
        reader_process.read_in_process("http.server", b"", source, "0", "--bind", "127.0.0.1")


def test_a_process_that_fails_refuses_the_file() -> None:
    with pytest.raises(DataError, match="is damaged, or too large to be read"):
        reader_process.read_in_process("module_that_is_not_there", b"", DataSource("a", None, b""))


def test_positions_of_references() -> None:
    assert [position_of(one) for one in ("A1", "Z9", "AA10", "XFD1048576")] == [
        (0, 0),
        (8, 25),
        (9, 26),
        (1048575, 16383),
    ]


def test_an_opendocument_that_is_not_well_formed_is_refused_before_it_is_read() -> None:
    """Fuzzing found it: calamine does not end on a table that is not closed."""
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    refused(ods(f"{row}</table:tabllle>"), "is damaged; save it once more with a spreadsheet program")
