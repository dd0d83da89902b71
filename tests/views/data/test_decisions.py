"""Every row of the table of decisions holds for its example. Oracle: the weights in the row, from the texts by hand."""

import numpy as np
import pytest

from klscope.files.tables.data_reading import read_contents
from klscope.files.tables.opening import open_text
from klscope.files.tables.options import ReadOptions
from klscope.views.data.decisions import COLUMNS, KINDS, NAMES, TEXTS
from klscope.views.data.decisions_page import decisions_html

ROWS = (*COLUMNS, *KINDS, *TEXTS, *NAMES)


@pytest.mark.parametrize("row", ROWS, ids=[row.condition for row in ROWS])
def test_the_example_is_read_as_the_row_says(row):
    contents = [open_text(text, f"{k}.csv", ReadOptions()) for k, text in enumerate(row.example)]
    reading = read_contents(tuple(contents), ReadOptions(), None)
    asked = next(iter(reading.asked), None) or reading.error
    assert (None if asked is None else asked.question) is row.asked
    if row.kind is None:
        assert reading.error is not None
        return
    assert reading.error is None
    assert reading.pair.p_side.kind is row.kind
    for weights, side in ((row.p, reading.pair.p), (row.q or (1,) * len(row.p), reading.pair.q)):
        assert side.probabilities == pytest.approx(np.array(weights) / sum(weights), abs=1e-15)


@pytest.mark.usefixtures("qapp")
def test_the_page_has_every_row():
    page = decisions_html()
    for row in ROWS:
        assert row.condition in page
        assert row.reading in page
