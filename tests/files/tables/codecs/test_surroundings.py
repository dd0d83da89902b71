"""Texts with more in them than a table. Oracle: P, Q and labels as a person reads them, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.tables import layout
from klscope.files.tables.contents import DataError
from klscope.files.tables.options import NumberKind, ReadOptions
from small_cases import each
from table_texts import check, reading

READ = [
    # comments, and rows that begin like them
    ("# letters, by me\n# 2020\nletter,count\na,3\nb,5\n", [3, 5], None, "a b"),
    ("% from a program, 2\n0.1 0.9\n0.5 0.5\n0.4 0.6", [0.1, 0.5, 0.4], [0.9, 0.5, 0.6], None),
    ("// in C\na;1\nb;2", [1, 2], None, "a b"),
    ("a,5\n# one more\nb,3\n", [5, 3], None, "a b"),
    ("# a b\n1.0e+00 2.0e+00\n4 5\n7 8\n", [1, 4, 7], [2, 5, 8], None),
    ("# p q\n0.1 0.5\n0.9 0.5\n", [0.1, 0.9], [0.5, 0.5], None),
    ("# q,p\n0.1,0.5\n0.9,0.5\n", [0.5, 0.5], [0.1, 0.9], None),
    ("# p\n0.1\n0.9\n", [0.1, 0.9], None, None),
    ("#,12\n!,3\n?,5\n", [12, 3, 5], None, "# ! ?"),
    ("#python,5\n#rust,3\n", [5, 3], None, "#python #rust"),
    ("a,5\n#,3\n%,1\n", [5, 3, 1], None, "a # %"),
    ("letter count\n# 12\n! 3\n", [12, 3], None, "# !"),
    ("//a//,1\nb,2\n", [1, 2], None, "//a// b"),
    # separators: said, trailing, in titles and names
    ("sep=;\nword;p;q\na;0,5;0,1\nb;0,5;0,9\n", [0.5, 0.5], [0.1, 0.9], "a b"),
    ("sep=,\r\na,1\r\nb,2\r\n", [1, 2], None, "a b"),
    ("a,1,\nb,2,\n", [1, 2], None, "a b"),
    ("a,1,,\nb,2,,\n", [1, 2], None, "a b"),
    (",,\na,1,\n,,\nb,2,\n,,\n", [1, 2], None, "a b"),
    ("p;q\n1;2\n3;4\n;\n", [1, 3], [2, 4], None),
    ("Letters; all of them\nw,n\na,1\nb,2", [1, 2], None, "a b"),
    ("a;b,1\nc,2\nd,3", [1, 2, 3], None, "a;b c d"),
    ("w\tn\na,b\t1\nc\t2\n", [1, 2], None, "a,b c"),
    # lines
    ("a,1\r\n\r\nb,2\r\n", [1, 2], None, "a b"),
    ("a,1\rb,2\r", [1, 2], None, "a b"),
    ('"new\nYork",1\nb,2', [1, 2], None, None),
    ('",",5\na,2', [5, 2], None, ", a"),
    ("it's,1\nb,2", [1, 2], None, "it's b"),
    ('5"pipe,3\nb,2', [3, 2], None, '5"pipe b'),
    # titles and notes
    ("Letter frequencies\n\nletter,count\na,1\nb,2\n\nSource: me\n", [1, 2], None, "a b"),
    ("Letter frequencies, 2020\nletter,en,de\na,1,3\nb,2,1\n", [1, 2], [3, 1], "a b"),
    ("Letter frequencies, of two\nletter,en,de\na,1,3\nb,2,1\n", [1, 2], [3, 1], "a b"),
    ("letter,en,de\na,1,3\nb,2,1\nSource: Wikipedia, 2020\n", [1, 2], [3, 1], "a b"),
    ("w,n\na,1\nb,2\n* estimated, 2020, by me", [1, 2], None, "a b"),
    # aligned columns and rules
    ("a    1   2\nbb  10  20\nccc 5   6\n", [1, 10, 5], [2, 20, 6], "a bb ccc"),
    ("New York   10  20\nLos Angeles  5  6\n", [10, 5], [20, 6], None),
    ("     12 the\n      7 of\n      3 and\n", [12, 7, 3], None, "the of and"),
    ("| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n", [1, 2], None, "x y"),
    ("| word | p |\n|:-----|--:|\n| a\\|b | 1 |\n| c | 3 |", [1, 3], None, "a|b c"),
    ("word|count\n----|----\na|1\nb|2\n", [1, 2], None, "a b"),
    ("+---+---+\n| w | n |\n+---+---+\n| a | 1 |\n| b | 3 |\n+---+---+\n", [1, 3], None, "a b"),
    ("=====\na  1\n-----\nb  2\n=====\n", [1, 2], None, "a b"),
    ("--,1\nb,2", [1, 2], None, "-- b"),
    # as pandas and R print and write
    ("  label    p    q\n0     a  0.5  0.1\n1     b  0.5  0.9\n", [0.5, 0.5], [0.1, 0.9], "a b"),
    ("  word   en   de\n0    a  0.5  0.1\n1    b  0.3  0.2\n2    c  0.2  0.7\n", [5, 3, 2], [1, 2, 7], "a b c"),
    ("     p    q\na  0.5  0.1\nb  0.5  0.9\n", [0.5, 0.5], [0.1, 0.9], "a b"),
    ("a    3\nb    5\ndtype: int64\n", [3, 5], None, "a b"),
    ("word\na    3\nb    5\nName: count, dtype: int64\n", [3, 5], None, "a b"),
    ('"p" "q"\n"a" 0.5 0.1\n"b" 0.5 0.9\n', [0.5, 0.5], [0.1, 0.9], "a b"),
    ('"","x"\n"a",0.5\n"b",0.5\n', [0.5, 0.5], None, "a b"),
    ('"word","n"\n"1","a",5\n"2","b",6\n', [5, 6], None, "a b"),
    ("  x y\na 1 2\nb 3 4\n", [1, 3], [2, 4], "a b"),
    ("   a    b \n0.25 0.75 \n", [1, 3], None, "a b"),
    ('"a b" 1\nc 2\n', [1, 2], None, None),
    ("p,q\na,1,2\nb,2,1\n", [1, 2], [2, 1], "a b"),
    ("rank,word,count\n1,the,100\n2,of,50\n3,and,30", [100, 50, 30], None, "the of and"),
    # numbers
    ("word;n\na;１２\nb;３\n", [12, 3], None, "a b"),
    ("w;x\na;1 204\nb;310\n", [1204, 310], None, "a b"),
    ("w;x\na;1\u00a0204\nb;310\n", [1204, 310], None, "a b"),
    ("w;x\na;1\u202f204,5\nb;310\n", [1204.5, 310], None, "a b"),
    ("w;x\na;1'204\nb;1’000’000\n", [1204, 1_000_000], None, "a b"),
    ("w;x\na;1.204,5\nb;310,2", [1204.5, 310.2], None, "a b"),
    ("w;x\na;$5\nb;$10.50\n", [5, 10.5], None, "a b"),
    ("w;x\na;5 €\nb;10,50 €\n", [5, 10.5], None, "a b"),
    ("w;x\na;₩1,204,000\nb;₩310\n", [1204000, 310], None, "a b"),
    ("w;x\na;50 %\nb;50％\n", [1, 1], None, "a b"),
    ("a,1/3\nb,2 / 3", [1, 2], None, "a b"),
    ("\ufeffw,x\na,1\nb,2", [1, 2], None, "a b"),
    ("\u202ea,1\nb\x07,2", [1, 2], None, "\\u202ea b\\x07"),
]


@each(("text", "p", "q", "labels"), READ)
def test_the_table_is_found(text: str, p: list[float], q: list[float] | None, labels: str | None) -> None:
    check(reading(text), p, q, labels)


def test_a_minus_sign_is_read() -> None:
    pair = reading("w;x\na;−1\nb;1\n", ReadOptions(p_numbers=NumberKind.LOGITS))
    assert pair.p.probabilities[0] == pytest.approx(0.11920292202211755, rel=1e-14)  # 1 / (1 + e²)


REFUSED = [
    ("", "there is nothing to read"),
    (" \r\n\t\n", "there is nothing to read"),
    ("# only\n# comments\n", "no column of numbers"),
    ("# one\n# two\nw,n\na,1\nb,x\nc,2", "line 5, column 'n': 'x' is not a number"),
    ("sep=;\nw;n\na;1\n\nb;x\nc;2", "line 5, column 'n': 'x' is not a number"),
    ("+--+\n|w|n|\n+--+\n|a|1|\n|b|x|\n|c|1|", "line 5, column 'n': 'x' is not a number"),
    ("Title, 2020\nw,n,m\na,1,1\nb,2,x\nc,1,1", "line 4, column 'm': 'x' is not a number"),
    ("a,1\rb,x\rc,2", "line 2, column 2: 'x' is not a number"),
    ('"a\nb",1\nc,x\nd,2', "line 3, column 2: 'x' is not a number"),
    ("a,1\nb,2,3\nc,1", "line 2 has 3 cells instead of 2"),
    ("a,1,1\nb,2\nc,1,1", "line 2 has 2 cells instead of 3"),
    ('a,1\n"b,2\n', "line 2: a quotation mark is opened and does not end"),
    ("a,nan\nb,2", "line 1, column 2: 'nan' is not a finite number"),
    ("a,NA\nb,2\nc,3", "line 1, column 2: 'NA' is not a number"),
    ("a,--\nb,2\nc,3", "line 1, column 2: '--' is not a number"),
    ("a,1e400\nb,1", "too large"),
    ("a,1e-400\nb,1", "too small"),
    ("a,5*\nb,2\nc,3", "line 1, column 2: '5*' is not a number"),
    ("a,1\x1b[31m\nb,2\nc,3", "line 1, column 2: '1\\x1b[31m' is not a number"),
    ("a,0\nb,0", "all numbers are 0"),
    ("a,1\n,2\nc,3", "line 2: a category has no name"),
    ("<table><tr><td>1</td></tr></table>", ""),
]


@each(("text", "said"), REFUSED)
def test_a_mistake_is_named_by_the_line_of_the_file(text: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        reading(text)
    assert said in str(error.value)


def test_what_is_skipped_is_said() -> None:
    assert "2 comment lines are skipped." in reading("# a\n# b, c, d\nx,1\ny,2").notes
    assert "Skipped: line 1, 'Title'." in reading("Title\nx,1\ny,2").notes
    assert not any("counts the rows" in note for note in reading("0,0.2\n1,0.5\n2,0.3").notes)
    assert any("counts the rows" in note for note in reading("1,the,9\n2,of,8\n3,and,7").notes)


CELLS = st.sampled_from(
    ["a", "b c", "1", "0.5", "1,5", "#", "%", "-", "", '"', "|", "--", "=", "nan", "５", "p", "q", ";"]
)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=6), st.sampled_from([",", ";", "\t", " ", "  ", "|"]))
def test_any_lines_are_read_or_refused(rows: list[list[str]], separator: str) -> None:
    try:
        pair = reading("\n".join(separator.join(row) for row in rows))
    except DataError:
        return
    assert pair.n >= 2


LONG_LINES = [
    ("a|1\n" + "-" * 100_000 + "x|1\n", "has 100,001 characters"),
    ("# " * 50_000 + "\n[0.1, 0.2] x", "no column of numbers"),
    ("[" + "0" * 100_000 + "x]", ""),
    ("[1] 1" + " " * 100_000 + "x 2\n", "no column of numbers"),
    ("1," * 3_000_000, "line 1 is longer than 4,000,000 characters"),
    ("1 " * 15_000, "at most 10,000 are read"),
    ("," + "9" * 50_000 + "t" + "9" * 50_000, ""),
    ("\n" * 3_000_000, "there is nothing to read"),
    ("[" + "1 " * 11_000_000 + "]", "longer than 20,000,000 characters"),
]


@each(("text", "said"), LONG_LINES)
def test_long_lines_are_refused_without_trying_for_long(text: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        reading(text)
    assert said in str(error.value)


def test_empty_lines_are_no_categories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "MOST_CATEGORIES", 1000)
    text = "".join(f"w{k},1\n\n \n" for k in range(900))
    check(reading(text), [1.0] * 900)
    with pytest.raises(DataError, match="there are 1,800 categories"):
        reading(text * 2)


def test_a_sample_of_numbers_beside_one_of_words_is_counted_as_text() -> None:
    options = ReadOptions(p_numbers=NumberKind.SAMPLES, q_numbers=NumberKind.SAMPLES)
    check(reading('{"p": ["a", "1", "a"], "q": [1, 1, 1]}', options), [2, 1], [0, 3], "a 1")


ABBREVIATED = [
    ("    p   q\n0   1   2\n..  ..  ..\n9   3   4\n", 3),
    ("w,p,q\na,1,2\n...,...,...\nz,3,4\n", 3),
    ("   a  ...  z\nx  1  ...  2\ny  3  ...  4\n", 1),
]


@each(("text", "line"), ABBREVIATED)
def test_an_abbreviated_table_is_refused_at_its_line(text: str, line: int) -> None:
    with pytest.raises(DataError, match=f"line {line}: the output is abbreviated") as error:
        reading(text)
    assert "DataFrame.to_csv" in str(error.value)


def test_dots_can_be_a_word() -> None:
    check(reading("the 3\n... 2\nof 1\n"), [3, 2, 1], None, "the ... of")
    check(reading("...,3\n.,2\n"), [3, 2], None, "... .")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<table border='1'>\n<tr><td>a</td><td>1</td></tr>\n</table>", "HTML"),
        ("<!DOCTYPE html>\n<html><body>1, 2</body></html>", "HTML"),
        ("\\begin{tabular}{lr}\n\\toprule\na & 1 \\\\\nb & 2 \\\\\n\\end{tabular}", "LaTeX"),
        ("% made by pandas\n\\begin{table}\n\\begin{tabular}{lr}\na & 1 \\\\\n", "LaTeX"),
    ],
)
def test_markup_is_refused_by_its_name(text: str, what: str) -> None:
    with pytest.raises(DataError, match=f"this is {what}, which cannot be read"):
        reading(text)


def test_a_name_in_angle_brackets_is_no_markup() -> None:
    check(reading("token,count\n<tables>,1\n<pad>,2\n"), [1, 2], None, "<tables> <pad>")
