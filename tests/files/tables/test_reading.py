"""Pasted texts read as tables. Oracle: what a person reads there, by hand; for made tables, what they were made of."""

import random

import pytest

from klscope.files.tables.mistakes import MistakeKind
from klscope.files.tables.reading import MOST_LINES, Difference, TableReading, read_table
from klscope.files.weights_text import parse_weight
from small_cases import each


def table(reading: TableReading) -> tuple:
    """Return names and columns of weights as numbers."""
    names = None if reading.names is None else [cell.text for cell in reading.names]
    return names, *([parse_weight(cell.text) for cell in column.cells] for column in reading.weights)


def kinds(reading: TableReading) -> list[MistakeKind]:
    return [mistake.kind for mistake in reading.mistakes]


PLAIN = [
    ("a column", "1\n2\n3", (None, [1, 2, 3])),
    ("a line", "0.2, 0.3, 0.5", (None, [0.2, 0.3, 0.5])),
    ("a line of blanks", "1/6 1/3 50%", (None, [1 / 6, 1 / 3, 0.5])),
    ("names and both", "cat\t8\t1\ndog\t1\t2\nbird\t1\t5", (["cat", "dog", "bird"], [8, 1, 1], [1, 2, 5])),
    ("commas", "a,0.5,0.1\nb,0.3,0.2\nc,0.2,0.7", (["a", "b", "c"], [0.5, 0.3, 0.2], [0.1, 0.2, 0.7])),
    ("P over Q, three", "0.2\t0.3\t0.5\n0.1\t0.1\t0.8", (None, [0.2, 0.3, 0.5], [0.1, 0.1, 0.8])),
    ("P over Q, four", ".2 .3 .5 0\n.1 .1 .8 0", (None, [0.2, 0.3, 0.5, 0], [0.1, 0.1, 0.8, 0])),
    ("P over Q, counts", "2\t3\t5\t7\n1\t1\t8\t2", (None, [2, 3, 5, 7], [1, 1, 8, 2])),
    ("names over P over Q", "a b c\n.5 .3 .2\n.1 .2 .7", (["a", "b", "c"], [0.5, 0.3, 0.2], [0.1, 0.2, 0.7])),
    ("rows named P and Q", "P,0.2,0.8\nQ,0.1,0.9", (None, [0.2, 0.8], [0.1, 0.9])),
    ("rows named Q and P", "Q,0.2,0.8\nP,0.1,0.9", (None, [0.1, 0.9], [0.2, 0.8])),
    ("a heading", "letter;english;german\na;8.2;6.5\nb;1.5;1.9", (["a", "b"], [8.2, 1.5], [6.5, 1.9])),
    ("headed Q and P", "name,Q,P\na,1,2\nb,3,4", (["a", "b"], [2, 4], [1, 3])),
    ("headed p", "word,p,model\na,1,2\nb,3,4", (["a", "b"], [1, 3], [2, 4])),
    ("a heading of years", "region,2019,2020\nnorth,12,15\nsouth,4,5", (["north", "south"], [12, 4], [15, 5])),
    ("an index", ",p,q\n0,0.5,0.1\n1,0.5,0.9", (["0", "1"], [0.5, 0.5], [0.1, 0.9])),
    ("an index and names", "n,letter,p,q\n0,a,1,2\n1,b,2,3\n2,c,3,4", (["a", "b", "c"], [1, 2, 3], [2, 3, 4])),
    ("a decimal comma", "a;0,5;0,1\nb;0,5;0,9", (["a", "b"], [0.5, 0.5], [0.1, 0.9])),
    ("decimal commas and blanks", "0,5 0,25 0,125 0,125", (None, [0.5, 0.25, 0.125, 0.125])),
    ("percent", "50%\n25 %\n25%", (None, [0.5, 0.25, 0.25])),
    ("thousands in one line only", "1,204\n310\n95\n12", (None, [1204, 310, 95, 12])),
    ("quoted thousands", '"the","1,204"\n"of","310"', (["the", "of"], [1204, 310])),
    ("Markdown", "|x|P|Q|\n|--|--:|--:|\n|a|1|2|\n|b|3|4|", (["a", "b"], [1, 3], [2, 4])),
    ("names of several words", "new york 0.5 0.1\nrome 0.5 0.9", (["new york", "rome"], [0.5, 0.5], [0.1, 0.9])),
    ("die faces", "1\t10\n2\t12\n3\t9\n4\t11", (["1", "2", "3", "4"], [10, 12, 9, 11])),
    ("CRLF", "a\t1\r\nb\t2\r\n", (["a", "b"], [1, 2])),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in PLAIN], ids=[case[0] for case in PLAIN])
def test_what_a_person_reads(text: str, expected: tuple) -> None:
    reading = read_table(text)
    assert reading.mistakes == ()
    assert table(reading) == expected


SEPARATORS = ["\t", ";", " | ", ", ", "  "]


@each("seed", range(300))
def test_a_table_that_was_made_is_read_as_it_was_made(seed: int) -> None:
    dice = random.Random(seed)
    n, comma = dice.randint(4, 30), dice.random() < 0.4
    separator = dice.choice(SEPARATORS[:2] if comma else SEPARATORS)
    counts = dice.random() < 0.5
    columns = [
        [dice.randint(0, 99_999) if counts else dice.randint(1, 10_000) / 10_000 for _ in range(n)]
        for _ in range(dice.choice([1, 2]))
    ]
    names = [f"{dice.choice(['sunny', 'new york', '맑음', 'Ÿ', 'the'])} {row}x" for row in range(n)]

    def written(value: float) -> str:
        if counts:
            text = f"{value:,}" if "," not in separator else str(value)
            return text.replace(",", ".") if comma else text
        return f"{value:.4f}".replace(".", ",") if comma else f"{value:.4f}"

    rows = [[name, *(written(column[row]) for column in columns)] for row, name in enumerate(names)]
    if dice.random() < 0.5:
        rows.insert(0, ["word", "first", "second"][: len(rows[0])])
    reading = read_table(dice.choice(["\n", "\r\n", "\r"]).join(separator.join(row) for row in rows))
    if counts and comma and not any(value > 999 for column in columns for value in column):
        return
    assert reading.mistakes == ()
    if table(reading) != (names, *columns):  # 1.204 alone may be a decimal or a thousand: then the other is offered
        assert (names, *columns) in [table(read_table_as(reading, text)) for text in [rows_text(rows, separator)]]


def rows_text(rows: list[list[str]], separator: str) -> str:
    return "\n".join(separator.join(row) for row in rows)


def read_table_as(reading: TableReading, text: str) -> TableReading:
    other = next(other for other in reading.alternatives if other.difference is Difference.DECIMAL_SIGN)
    return read_table(text, other.table_format)


AMBIGUOUS = [
    ("1,204\n310\n95\n12", Difference.DECIMAL_SIGN, (None, [1.204, 310, 95, 12])),
    ("1.204\n310\n95\n12", Difference.DECIMAL_SIGN, (None, [1204, 310, 95, 12])),
    ("1\t10\n2\t12\n3\t9", Difference.NAMES, (None, [1, 2, 3], [10, 12, 9])),
    ("1,2\n3,4\n5,6", Difference.SEPARATOR, (None, [1.2, 3.4, 5.6])),
    ("12,5\n37,5\n50,0", Difference.SEPARATOR, (None, [12, 37, 50], [5, 5, 0])),
    ("1,204,310", Difference.SEPARATOR, (None, [1204310])),
    ("1,204", Difference.SEPARATOR, (None, [1, 204])),
    ("0.5 0.5\n0.1 0.9", Difference.DIRECTION, (None, [0.5, 0.1], [0.5, 0.9])),
    ("cat\t0.2\t0.8\ndog\t0.8\t0.2", Difference.DIRECTION, (None, [0.2, 0.8], [0.8, 0.2])),
    (
        "region,2019,2020\nnorth,12,15\nsouth,4,5",
        Difference.HEADING,
        (["region", "north", "south"], [2019, 12, 4], [2020, 15, 5]),
    ),
]


@pytest.mark.parametrize(("text", "difference", "expected"), AMBIGUOUS)
def test_what_can_be_read_otherwise_offers_the_other_way_and_the_way_back(
    text: str, difference: Difference, expected: tuple
) -> None:
    reading = read_table(text)
    other = next(other for other in reading.alternatives if other.difference is difference)
    again = read_table(text, other.table_format)
    assert table(again) == expected
    assert reading.table_format in [back.table_format for back in again.alternatives]
    assert read_table(text, reading.table_format) == reading


@pytest.mark.parametrize(
    "text", ["0.2\n0.3\n0.5", "cat\t8\t1\ndog\t1\t2\nbird\t1\t5\nant\t3\t4", "50%\n25%\n25%", "0.5"]
)
def test_what_is_plain_offers_nothing_else(text: str) -> None:
    assert [
        other.difference for other in read_table(text).alternatives if other.difference is not Difference.DIRECTION
    ] == []


@pytest.mark.parametrize(
    ("text", "line", "place", "quoted"),
    [
        ("-0.31\n0.5\n0.7\n0.1", 1, 1, "-0.31"),  # no heading
        ("a,0.5,0.1\nb,oops,0.2\nc,0.2,0.7", 2, 2, "oops"),
        ("a\t1\n\nb\t-2\nc\t3", 3, 2, "-2"),
        ("1e-400\n1\n2", 1, 1, "1e-400"),
        ("p\n0.5\nx\n0.5", 3, 1, "x"),
        ("nan\n0.5\n0.5", 1, 1, "nan"),
        ("0,5\n0.25\n0.25", 1, 1, "0,5"),
        ("0.5,0.1\n0.3,x\n0.2,0.9", 2, 2, "x"),
        (".1 .2 .7\n.1 y .8", 2, 2, "y"),  # in the person's own lines, though these are columns
    ],
)
def test_a_mistake_names_line_and_cell_of_the_text(text: str, line: int, place: int, quoted: str) -> None:
    mistakes = read_table(text).mistakes
    assert [(mistake.line, mistake.place, mistake.text) for mistake in mistakes] == [(line, place, quoted)]
    assert str(mistakes[0]).startswith(f"line {line}, cell {place}: '{quoted}'")


def test_names_that_are_none_or_alike_are_mistakes_in_their_cells() -> None:
    reading = read_table("a,1,2\n,3,4\nb,5,6\na,7,8")
    assert kinds(reading) == [MistakeKind.NO_NAME, MistakeKind.SAME_NAME]
    assert [str(mistake) for mistake in reading.mistakes] == [
        "line 2, cell 1: a category has no name",
        "line 4, cell 1: 'a' is also the name in line 1",
    ]
    assert reading.can_be_shown


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", MistakeKind.NOTHING),
        ("1\t2\t3\t4\n5\t6\t7\t8\n9\t1\t2\t3\n1\t2\t3\t4", MistakeKind.WHICH_COLUMNS),
        ("a\t1\nb\t2\t3\nc\t4", MistakeKind.MORE_CELLS),
        ("a\tred\t1\nb\tgreen\t2\nc\tblue\t3", MistakeKind.WHICH_NAMES),
        ('a,1\n"b,2\nc,3', MistakeKind.QUOTES),
        ("a b c\nd e f\ng h i", MistakeKind.WHICH_NAMES),
        ("1\n" * (MOST_LINES + 1), MistakeKind.TOO_MUCH),
    ],
)
def test_what_is_left_over_or_unclear_is_a_mistake_of_the_whole_text(text: str, kind: MistakeKind) -> None:
    reading = read_table(text)
    assert kind in kinds(reading)
    assert not reading.can_be_shown


@pytest.mark.parametrize("text", ["0.5", "1,204", "sunny", "50 %", "1/6", "−3"])
def test_one_value_is_no_table(text: str) -> None:
    assert read_table(text).is_one_value


def test_what_was_taken_for_granted_is_told() -> None:
    reading = read_table("category\tP\tQ\tsurprise\nsunny\t1,204\t5\t1.0\n\nrain\t2\t5\t2.0")
    assert reading.heading == ("category", "P", "Q", "surprise")
    assert reading.left_out == ("surprise",)
    assert reading.empty_lines == 1
    assert reading.regrouped == ("1,204", "1204")


ODD = "0123456789.,;|\t\n\r \"'-−%/eE$€pq맑음\u00a0\u202f\ufeff\x00²½∞()[]ab"


@each("seed", range(400))
def test_no_text_is_too_odd_to_be_read(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice(ODD) for _ in range(dice.randint(0, 80)))
    reading = read_table(text)
    for one in (reading, *(read_table(text, other.table_format) for other in reading.alternatives)):
        assert one.mistakes or one.is_one_value or one.n >= 2
        if not one.mistakes and not one.is_one_value:
            for column in one.weights:
                assert len(column.cells) == one.n
                assert all(parse_weight(cell.text) >= 0 for cell in column.cells)
