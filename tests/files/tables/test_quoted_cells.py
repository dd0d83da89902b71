"""What is in quotation marks separates no cells and is no comment; a table between bars is one. By hand."""

import pytest

from klscope.files.tables.data_reading import read_data
from klscope.files.tables.opening import open_text
from klscope.files.tables.options import ReadOptions


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ('x,P,Q\n"a;b",0.5,0.25\n"c;d",0.5,0.75\n', ("a;b", "c;d")),
        ('x,P,Q\n"a\tb",0.5,0.25\n"c|d",0.5,0.75\n', ("a b", "c|d")),
        ('x,P,Q\n"a\n# b",0.5,0.25\nc,0.5,0.75\n', ("a # b", "c")),
        ('x,P,Q\n"a\n-- ",0.5,0.25\nc,0.5,0.75\n', ("a --", "c")),
        ("| x | P | Q |\n|---|---|---|\n| a;b | 0.5 | 0.25 |\n| c;d | 0.5 | 0.75 |\n", ("a;b", "c;d")),
    ],
)
def test_labels_with_signs_of_separators_and_comments(text: str, labels: tuple[str, ...]) -> None:
    reading = read_data([lambda options: open_text(text, "text", options)], ReadOptions())
    assert reading.comparison is not None, reading.error
    assert reading.comparison.labels == labels
    assert reading.comparison.q.probabilities.tolist() == [0.25, 0.75]


def test_a_comment_between_rows_is_still_skipped() -> None:
    text = 'x,P,Q\n"a, b",0.5,0.25\n# note "x"\nc,0.5,0.75\n'
    reading = read_data([lambda options: open_text(text, "text", options)], ReadOptions())
    assert reading.comparison is not None
    assert reading.comparison.labels == ("a, b", "c")


def test_apostrophes_in_front_of_formulas_are_left_out_with_a_note() -> None:
    text = "x,P,Q\n'=1+1,0.5,0.25\n눈,0.5,0.75\n"
    reading = read_data([lambda options: open_text(text, "text", options)], ReadOptions())
    assert reading.comparison is not None
    assert reading.comparison.labels == ("=1+1", "눈")
    assert reading.pair is not None
    assert "Apostrophes that keep spreadsheets from running names are left out." in reading.pair.notes
