"""What is written is read back by klscope's own readers, and by Python's csv, json and numpy.

The oracle is the state that was written: equal labels and equal doubles.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klscope.files.spreadsheet_cells import unescaped
from klscope.files.tables.data_reading import DataReading, read_data
from klscope.files.tables.joining import shown
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.writing.data_formats import CSV, FORMATS, HTML, JSON, MARKDOWN, NPY, NPZ, TSV, DataFormat, format_of
from klscope.files.writing.data_table import DataTable, WritingError, largest_contributions, whole_table
from klscope.files.writing.data_writing import as_bytes, as_text, loss
from written_states import of_logarithms, state

READABLE = (CSV, TSV, JSON, NPY, NPZ, MARKDOWN)
LETTERS = st.sampled_from(list("가나비눈ab1 0.=+-@'\"\t\n,;|#\\$_&{}[]*<>~^−∞?:()/"))
LABEL = st.text(LETTERS, min_size=1, max_size=6).map(str.strip).filter(bool)
WEIGHT = st.floats(1e-300, 1e6) | st.sampled_from([0.0, 1.0, 3.0, 1e-300])


def in_one_line(label: str) -> str:
    """Return a label as a table of text has it: line breaks and runs of blanks are one blank."""
    return " ".join(label.split())


@st.composite
def tables(draw: st.DrawFn) -> DataTable:
    """Draw a table of two to six categories."""
    labels = draw(st.lists(LABEL, min_size=2, max_size=6, unique_by=in_one_line))
    weights = st.lists(WEIGHT, min_size=len(labels), max_size=len(labels)).filter(lambda drawn: sum(drawn) > 1e-2)
    return whole_table(state(draw(weights), draw(weights), labels))


def read_back(
    form: DataFormat, table: DataTable, folder: Path, with_mark: bool = False, **options: object
) -> DataReading:
    path = folder / f"data{form.suffix}"
    path.write_bytes(as_bytes(form, table, with_mark))
    return read_data([lambda chosen: open_data(str(path), chosen)], ReadOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", READABLE, ids=lambda form: form.name)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=tables())
def test_klscope_reads_what_it_writes(form: DataFormat, table: DataTable, tmp_path: Path) -> None:
    reading = read_back(form, table, tmp_path)
    assert reading.can_be_used, reading.error
    assert not reading.asked
    found, written = reading.comparison, table.snapshot.comparison
    assert found is not None
    if form in (CSV, TSV, MARKDOWN):
        assert list(map(in_one_line, found.labels)) == list(map(in_one_line, written.labels))
    else:
        assert list(found.labels) == list(map(shown, written.labels))
    assert found.p.probabilities.tolist() == written.p.probabilities.tolist()
    assert found.q.probabilities.tolist() == written.q.probabilities.tolist()


@pytest.mark.parametrize("form", READABLE, ids=lambda form: form.name)
@pytest.mark.parametrize("count", [2, 2000, 100_000])
def test_many_categories_come_back_bit_for_bit(form: DataFormat, count: int, tmp_path: Path) -> None:
    dice = np.random.default_rng(count)
    labels = [f"범주 {k}" for k in range(count)]
    table = whole_table(state(dice.random(count).tolist(), dice.exponential(size=count).tolist(), labels))
    found = read_back(form, table, tmp_path).comparison
    assert found is not None
    assert found == table.snapshot.comparison


def rows_of(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@settings(max_examples=100)
@given(tables())
def test_python_reads_csv_and_json_with_exact_labels_and_doubles(table: DataTable) -> None:
    for form, delimiter in ((CSV, ","), (TSV, "\t")):
        heads, *rows = rows_of(as_text(form, table), delimiter)
        assert heads == table.headings
        assert [unescaped(row[0]) for row in rows] == table.labels
        for place, column in enumerate(table.columns, start=1):
            np.testing.assert_array_equal([float(row[place]) for row in rows], column.values)
    record = json.loads(as_text(JSON, table))
    assert record["labels"] == table.labels
    for column in table.columns:
        np.testing.assert_array_equal([float(value) for value in record[column.key]], column.values)


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "' 0", "'=1", "''-"])
def test_no_cell_begins_like_a_formula(label: str) -> None:
    table = whole_table(state((1, 1), (1, 1), [label, "b"]))
    for form, delimiter in ((CSV, ","), (TSV, "\t")):
        cell = rows_of(as_text(form, table), delimiter)[1][0]
        assert cell == f"'{label}"
        assert unescaped(cell) == label
    assert f">{escape(chr(39) + label)}</th>" in as_text(HTML, table)


def test_an_apostrophe_of_other_tables_stays(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("word,P,Q\n'-,0.5,0.25\n-,0.5,0.75\n", encoding="utf-8")
    found = read_data([lambda chosen: open_data(str(path), chosen)], ReadOptions()).comparison
    assert found is not None
    assert found.labels == ("'-", "-")


def test_a_mark_in_front_is_only_where_it_is_asked_for(tmp_path: Path) -> None:
    table = whole_table(state())
    assert as_bytes(CSV, table, with_mark=True) == b"\xef\xbb\xbf" + as_bytes(CSV, table)
    assert not as_bytes(CSV, table).startswith(b"\xef\xbb\xbf")
    assert as_bytes(JSON, table, with_mark=True) == as_bytes(JSON, table)
    assert read_back(CSV, table, tmp_path, with_mark=True).comparison == table.snapshot.comparison


def test_infinite_and_undefined_values_are_words_of_float() -> None:
    table = whole_table(state((1, 1, 0, 0), (1, 0, 1, 0)))
    rows = rows_of(as_text(CSV, table), ",")[1:]
    assert [row[5] for row in rows] == ["0", "inf", "-inf", "nan"]
    assert rows[1][6] == "inf"
    assert json.loads(as_text(JSON, table))["log_ratio"][1:] == ["inf", "-inf", "nan"]
    assert json.loads(as_text(JSON, table))["kl_divergence"] == "inf"


def test_json_has_all_measures_by_the_names_of_their_functions() -> None:
    record = json.loads(as_text(JSON, whole_table(state())))
    assert (record["unit"], record["entropy_p"], record["cross_entropy"], record["kl_divergence"]) == (
        "bit",
        1.75,
        2.375,
        0.625,
    )
    assert record["kl_terms"] == [1, -0.25, -0.125, 0]


def test_numpy_reads_the_arrays() -> None:
    table = whole_table(state())
    records = np.load(io.BytesIO(as_bytes(NPY, table)))
    assert records["label"].tolist() == table.labels
    assert records["kl_terms"].tolist() == [1, -0.25, -0.125, 0]
    archive = np.load(io.BytesIO(as_bytes(NPZ, table)))
    assert archive["labels"].tolist() == table.labels
    assert (archive["p"].tolist(), archive["unit"].tolist()) == ([0.5, 0.25, 0.125, 0.125], ["bit"])
    assert as_bytes(NPZ, table) == as_bytes(NPZ, table)


@pytest.mark.parametrize("form", [JSON, NPZ], ids=lambda form: form.name)
def test_log_probabilities_come_back_where_the_format_holds_them(form: DataFormat, tmp_path: Path) -> None:
    table = whole_table(of_logarithms([0.0, -1000.0, -2000.0], [-900.0, 0.0, -1.0]))
    assert loss(form, table) == ""
    kind = NumberKind.LOG_PROBABILITIES
    options = {"p_key": "log_p", "q_key": "log_q", "p_numbers": kind, "q_numbers": kind}
    found = read_back(form, table, tmp_path, **options).comparison
    assert found == table.snapshot.comparison


def test_a_format_that_loses_logarithms_says_how_many() -> None:
    table = whole_table(of_logarithms([0.0, -1000.0, -2000.0], [-900.0, 0.0, -1.0]))
    assert loss(CSV, table).startswith("3 probabilities are too small for doubles, and their logarithms are not in it;")
    assert loss(CSV, whole_table(of_logarithms([0.0, -1.0], [0.0, -math.inf]))) == ""
    assert loss(CSV, whole_table(state())) == ""


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_surrogate_is_refused_with_a_sentence(form: DataFormat) -> None:
    with pytest.raises(WritingError, match="half of a surrogate pair"):
        as_bytes(form, whole_table(state((1, 1), (1, 1), ["가", "\udc00"])))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_suffix_is_that_of_one_format_and_the_largest_are_refused_where_p_and_q_are_whole(
    form: DataFormat,
) -> None:
    assert all(format_of(f"a{suffix.upper()}") is form for suffix in form.suffixes)
    table = largest_contributions(state(), 2)
    if form.has_parts:
        assert as_bytes(form, table)
    else:
        with pytest.raises(WritingError, match="states P and Q whole"):
            as_bytes(form, table)


def label_columns(reading: DataReading) -> Sequence[str]:
    assert reading.comparison is not None
    return reading.comparison.labels


@pytest.mark.parametrize("form", READABLE, ids=lambda form: form.name)
def test_the_largest_contributions_are_read_as_p_and_q(form: DataFormat, tmp_path: Path) -> None:
    reading = read_back(form, largest_contributions(state(), 3), tmp_path)
    assert label_columns(reading) == ("sunny", "cloudy", "rain")
