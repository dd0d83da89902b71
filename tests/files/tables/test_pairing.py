"""Reading P and Q from tables: which columns, what numbers, which categories. Expected values by hand."""

import numpy as np
import pytest

from klscope.files.tables.contents import Contents, DataError, NumberTable, Question, RowsTable, TextTable
from klscope.files.tables.options import DecimalSign, Match, NumberKind, ReadOptions
from klscope.files.tables.pairing import read_pair


def text(content, name="file.csv"):
    return Contents(name, {"": TextTable(content)})


def read(*contents, **options):
    """Read what must not be ambiguous."""
    asked = []
    pair = read_pair(
        [one if isinstance(one, Contents) else text(one) for one in contents], ReadOptions(**options), asked
    )
    assert not asked, str(asked[0])
    return pair


def refusal(*contents, **options):
    """Return what is asked, or wrong."""
    asked = []
    try:
        read_pair([one if isinstance(one, Contents) else text(one) for one in contents], ReadOptions(**options), asked)
    except DataError as error:
        return error
    return asked[0]


def assert_pair(pair, labels, p, q):
    assert list(pair.labels) == labels
    assert pair.p.probabilities == pytest.approx(np.array(p) / sum(p), abs=1e-15)
    assert pair.q.probabilities == pytest.approx(np.array(q) / sum(q), abs=1e-15)


def test_names_p_and_q_in_columns():
    assert_pair(read("w,p,q\na,1,3\nb,2,1\n"), ["a", "b"], [1, 2], [3, 1])


def test_one_column_is_p_and_q_is_uniform_which_is_said():
    pair = read("w,count\na,1\nb,2\nc,1\n")
    assert_pair(pair, ["a", "b", "c"], [1, 2, 1], [1, 1, 1])
    assert "Q is uniform." in pair.notes
    assert (pair.p_side.kind, pair.p_side.total, pair.q_side.kind) == (NumberKind.COUNTS, 4.0, None)


def test_columns_are_named_by_their_heading_or_their_number():
    table = "letter,english,german,french\na,1,2,3\nb,4,1,1\n"
    assert_pair(read(table, p_column="german", q_column="4"), ["a", "b"], [2, 1], [3, 1])
    assert_pair(read(table, p_column="GERMAN"), ["a", "b"], [2, 1], [1, 1])
    assert read(table, p_column="german").q_side.kind is None


def test_a_heading_that_looks_like_a_number_is_found_before_the_number():
    assert_pair(read("region,2,3\na,5,1\nb,5,3\n", p_column="3", q_column="2"), ["a", "b"], [1, 3], [5, 5])


def test_several_columns_are_asked():
    error = refusal("letter,english,german,french\na,1,2,3\nb,4,1,1\n")
    assert error.question is Question.COLUMNS
    assert "'english', 'german', 'french'" in str(error)


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    error = refusal("w,p,q\na,1,3\nb,2,1\n", p_column="x")
    assert "there is no column 'x'; the columns are 'p', 'q'" in str(error)
    assert error.question is Question.P_COLUMN


def test_the_column_of_names_cannot_be_p():
    assert "names the categories" in str(refusal("w,p,q\na,1,3\nb,2,1\n", p_column="w"))


def test_rows_by_name_and_by_number():
    matrix = "true,cat,dog\ncat,8,2\ndog,1,9\n"
    assert_pair(read(matrix, p_row="dog", q_row="cat"), ["cat", "dog"], [1, 9], [8, 2])
    assert_pair(read(matrix, p_row="2", q_row="1"), ["cat", "dog"], [1, 9], [8, 2])


def test_two_files_are_joined_by_name():
    pair = read(text("a,1\nb,3\n", "one.csv"), text("b,1\nc,1\n", "two.csv"))
    assert_pair(pair, ["a", "b", "c"], [1, 3, 0], [0, 1, 1])
    assert pair.notes == (
        "1 joined · 1 only in P · 1 only in Q.",
        "KL(P‖Q) is ∞, because Q gives probability 0 to what is only in P.",
    )
    assert pair.joined.only_in_q == ("c",)


def test_a_number_added_to_each_count_keeps_the_divergence_finite():
    pair = read(text("a,1\nb,3\n", "one.csv"), text("b,1\nc,1\n", "two.csv"), add=1.0)
    assert_pair(pair, ["a", "b", "c"], [2, 4, 1], [1, 2, 2])
    assert pair.notes == ("1 is added to each count.", "1 joined · 1 only in P · 1 only in Q.")


def test_two_files_each_with_its_own_column():
    pair = read("w,x,y\na,1,5\nb,3,5\n", "w,y,z\nb,7,1\na,8,3\n", p_column="x", q_column="z")
    assert_pair(pair, ["a", "b"], [1, 3], [3, 1])


def test_names_in_one_file_only_are_matched_by_position_which_is_said():
    pair = read("a,1\nb,3\n", "2\n6\n")
    assert_pair(pair, ["a", "b"], [1, 3], [2, 6])
    assert "P and Q are matched by position." in pair.notes


def test_matching_by_name_needs_names():
    assert refusal("1\n3\n", "2\n6\n", match=Match.LABEL).question is Question.MATCH


def test_a_name_that_stands_twice_is_refused_or_added_up():
    table = "w,p,q\na,1,2\nb,2,2\na,3,1\n"
    error = refusal(table)
    assert str(error).startswith("file.csv: line 4: the name 'a' is already used in line 2")
    assert error.question is Question.DUPLICATES
    assert_pair(read(table, add_duplicates=True), ["a", "b"], [4, 2], [3, 2])


def test_a_category_without_any_number_is_left_out_and_counted():
    pair = read("w;p;q\na;1;2\nb;;\nc;1;2\n")
    assert_pair(pair, ["a", "c"], [1, 1], [2, 2])
    assert "1 category without a number is left out." in pair.notes


def test_a_missing_number_is_refused_with_its_line_and_column():
    assert "line 3, column 'q': there is no number here" in str(refusal("w;p;q\na;1;2\nb;3;\n"))


def test_negative_numbers_are_asked_and_softmax_is_used_when_said():
    table = "a,-1,0\nb,1,0\n"
    assert refusal(table).question is Question.NUMBERS
    pair = read(table, p_numbers=NumberKind.LOGITS, q_numbers=NumberKind.LOGITS)
    assert pair.p.probabilities == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))], rel=1e-14)
    assert pair.p.log_probabilities == pytest.approx([-2 - np.log1p(np.exp(-2)), -np.log1p(np.exp(-2))], rel=1e-14)


def test_a_number_can_be_added_to_counts_only():
    pair = read("a,0\nb,3\n", "b,1\nc,1\n", add=0.5)
    assert_pair(pair, ["a", "b", "c"], [0.5, 3.5, 0.5], [0.5, 1.5, 1.5])
    assert "only counts" in str(refusal("a,.5\nb,.5\n", add=1.0))


def test_the_rest_of_a_list_of_the_most_probable_becomes_a_category():
    assert_pair(read("a,0.5\nb,0.25\n", rest=True), ["a", "b", "rest"], [2, 1, 1], [1, 1, 1])
    assert_pair(read("a,50%\nb,25%\n", rest=True), ["a", "b", "rest"], [2, 1, 1], [1, 1, 1])
    logs = read("a,-0.6931471805599453\nb,-1.3862943611198906\n", rest=True, p_numbers=NumberKind.LOG_PROBABILITIES)
    assert logs.p.probabilities == pytest.approx([0.5, 0.25, 0.25], abs=1e-15)


@pytest.mark.parametrize("content", ["a,5\nb,2\n", "a,0.9\nb,0.9\n"])
def test_there_is_no_rest_of_counts_or_of_more_than_one(content):
    assert "rest" in refusal(content, rest=True).remedy


def test_commas_that_can_mean_two_things_are_asked():
    assert refusal("1,204\n310\n95\n").question is Question.DECIMAL
    assert_pair(read("1,204\n310\n95\n", decimal=DecimalSign.POINT), ["A", "B", "C"], [1204, 310, 95], [1, 1, 1])
    assert_pair(read("1,204\n310\n95\n", decimal=DecimalSign.COMMA), ["A", "B", "C"], [1.204, 310, 95], [1, 1, 1])
    counts = read("1,204\n310\n95\n", p_numbers=NumberKind.COUNTS)
    assert_pair(counts, ["A", "B", "C"], [1204, 310, 95], [1, 1, 1])


@pytest.mark.parametrize(
    "content",
    [
        "w,p,q\na,8.167%,6.516%\nb,1.492%,1.886%\n",
        "a\t8.167\t6.516\nb\t1.492\t1.886\n",
        "a 8.167\nb 12.702\n",
        'w,p\na,"1,204"\nb,310\n',
        "a;1,204\nb;0,5\n",
        "a\t1,204.5\nb\t1,310\n",
    ],
)
def test_signs_that_are_clear_are_not_asked(content):
    read(content)


@pytest.mark.parametrize("content", ["a;1.204\nb;310\n", "a\t1,204\nb\t310\n", "1,204\n"])
def test_signs_that_are_not_clear_are_asked(content):
    assert refusal(content).question is Question.DECIMAL


def test_titles_above_and_below_a_table_are_skipped_and_said():
    pair = read("Letters of a book\nletter,english,german\na,1,2\nb,4,1\nSource: by hand\n")
    assert_pair(pair, ["a", "b"], [1, 4], [2, 1])
    assert "Skipped: line 1, 'Letters of a book'." in pair.notes
    assert "Skipped: line 5, 'Source: by hand'." in pair.notes


def test_a_line_with_another_number_of_cells_is_refused():
    assert "line 3 has 3 cells instead of 2" in str(refusal("a,1\nb,2\nc,3,4\nd,5\n"))


def test_numeric_arrays():
    array = NumberTable(np.array([[0.5, 0.5], [0.25, 0.75]]))
    assert_pair(read(Contents("a.npy", {"": array})), ["A", "B"], [1, 1], [1, 3])
    tall = NumberTable(np.array([[1.0, 2.0], [1.0, 3.0], [2.0, 5.0]]))
    assert_pair(read(Contents("a.npy", {"": tall})), ["A", "B", "C"], [1, 1, 2], [2, 3, 5])
    many = NumberTable(np.full((5, 3), 1 / 3))
    assert refusal(Contents("a.npy", {"": many})).question is Question.ROWS
    assert_pair(read(Contents("a.npy", {"": many}), p_row="5", q_row="1"), ["A", "B", "C"], [1, 1, 1], [1, 1, 1])


def test_a_number_that_is_not_finite_is_refused_with_its_place():
    array = NumberTable(np.array([0.5, np.nan]))
    assert "a.npy: item 2" in str(refusal(Contents("a.npy", {"": array})))


def test_named_arrays_and_sheets():
    half, quarter = NumberTable(np.array([1.0, 1.0])), NumberTable(np.array([1.0, 3.0]))
    assert_pair(read(Contents("a.npz", {"q": quarter, "P": half, "x": half})), ["A", "B"], [1, 1], [1, 3])
    other = Contents("a.npz", {"teacher": half, "student": quarter})
    assert refusal(other).question is Question.KEYS
    assert_pair(read(other, p_key="student", q_key="teacher"), ["A", "B"], [1, 3], [1, 1])
    sheets = {"first": RowsTable([["a", "1"], ["b", "2"]]), "second": RowsTable([["a", "3"], ["b", "1"]])}
    book = Contents("b.xlsx", sheets, are_sheets=True)
    assert refusal(book).question is Question.SHEET
    assert_pair(read(book, sheet="second"), ["a", "b"], [3, 1], [1, 1])
    assert_pair(read(book, sheet="1"), ["a", "b"], [1, 2], [1, 1])
    assert "there is no sheet 'third'; choose from 'first', 'second'" in str(refusal(book, sheet="third"))


def test_samples_of_two_columns_are_counted():
    pair = read(
        "train\ttest\ncat\tdog\ncat\tcat\ndog\tdog\ncat\tbird\n",
        p_numbers=NumberKind.SAMPLES,
        q_numbers=NumberKind.SAMPLES,
    )
    assert_pair(pair, ["cat", "dog", "bird"], [3, 1, 0], [1, 2, 1])
    assert pair.p_side.kind is NumberKind.SAMPLES


def test_control_characters_in_names_are_shown():
    assert read("a\u202e,1\nb\x07,2\n").labels == ("a\\u202e", "b\\x07")


def test_a_number_above_1_without_a_percent_sign_among_others_is_refused():
    assert "line 3, column 'p': '2' has no percent sign" in str(refusal("w;p\na;5%\nb;2\n"))
    assert_pair(read("a;50%\nb;0.25\nc;1/4\n"), ["a", "b", "c"], [2, 1, 1], [1, 1, 1])


def test_a_column_with_decimal_commas_is_not_lost_beside_one_of_whole_numbers():
    assert_pair(read("w\tp\tq\na\t1,5\t2\nb\t2,5\t1\n"), ["a", "b"], [1.5, 2.5], [2, 1])


def test_numbers_without_names_are_not_cut_to_as_many_as_names():
    with_names = text("w,q\na,1\nb,2\n", "two.csv")
    assert "P has 3 categories and Q has 2" in str(refusal(text("1\n2\n3\n", "one.csv"), with_names))
    pair = read(text("1\n2\n", "one.csv"), with_names)
    assert_pair(pair, ["a", "b"], [1, 2], [1, 2])
    assert "P and Q are matched by position." in pair.notes


def test_years_with_a_heading_name_the_categories():
    assert_pair(read("year,births\n2019,100\n2020,300\n"), ["2019", "2020"], [100, 300], [1, 1])
    assert_pair(read("year,births,deaths\n2019,100,90\n2020,110,95\n"), ["2019", "2020"], [100, 110], [90, 95])


def test_one_category_under_a_heading_is_read_and_can_have_a_rest():
    assert_pair(read("w,p\na,0.9\n", rest=True), ["a", "rest"], [0.9, 0.1], [1, 1])


def test_a_row_of_totals_is_said():
    pair = read("w,p,q\na,1,2\nb,3,4\nTotal,4,6\n")
    assert_pair(pair, ["a", "b", "Total"], [1, 3, 4], [2, 4, 6])
    assert "'Total' is the sum of the others, and is read as a category." in pair.notes
    assert not any("sum of the others" in note for note in read("a,1\nb,2\nc,3\n").notes)


def test_amounts_can_have_a_currency_word():
    assert_pair(read('식비,"1,200원"\n교통,300 원\n'), ["식비", "교통"], [1200, 300], [1, 1])


def test_rows_of_two_probabilities_are_not_p_and_q_in_columns():
    array = Contents("a.npy", {"": NumberTable(np.array([[0.1, 0.9], [0.2, 0.8], [0.5, 0.5]]))})
    assert refusal(array).question is Question.ROWS
    assert_pair(read(array, p_row="1", q_row="3"), ["A", "B"], [0.1, 0.9], [1, 1])
    columns = Contents("a.npy", {"": NumberTable(np.array([[0.1, 0.5], [0.2, 0.3], [0.7, 0.2]]))})
    assert_pair(read(columns), ["A", "B", "C"], [0.1, 0.2, 0.7], [0.5, 0.3, 0.2])


def test_numbers_beside_logits_are_not_taken_for_counts():
    table = "w,p,q\na,-1,2\nb,3,4\n"
    error = refusal(table, p_numbers=NumberKind.LOGITS)
    assert error.question is Question.BOTH_NUMBERS
    assert "column 'q'" in str(error)
    read(table, p_numbers=NumberKind.LOGITS, q_numbers=NumberKind.COUNTS)
    assert read("w,p,q\na,0.2,2\nb,0.8,4\n", q_numbers=NumberKind.LOGITS).p_side.kind is NumberKind.PROBABILITIES


@pytest.mark.parametrize("head", ["age,men,women", "나이,남,여", "rating,a,b"])
def test_ages_and_ratings_with_a_heading_name_the_categories(head):
    pair = read(text(f"{head}\n18,10,12\n19,11,9\n20,7,8\n"))
    assert_pair(pair, ["18", "19", "20"], [10, 11, 7], [12, 9, 8])


@pytest.mark.parametrize("head", ["age,count", "children,n", "k,frequency", "자녀,빈도"])
def test_values_before_a_column_of_counts_name_the_categories(head):
    pair = read(text(f"{head}\n18,3\n19,2\n20,1\n"))
    assert_pair(pair, ["18", "19", "20"], [3, 2, 1], [1, 1, 1])


def test_lakhs_are_grouped_in_twos():
    pair = read(text("state\tvotes\tmodel\nKerala\t1,20,00,000\t1\nGoa\t15,30,000\t2\n"))
    assert_pair(pair, ["Kerala", "Goa"], [12_000_000, 1_530_000], [1, 2])
    assert refusal(text("1,20,310\n2,30,400\n3,40,500\n")).question is Question.DECIMAL


@pytest.mark.parametrize(("head", "factor"), [("log2 p", "0.6931471806"), ("log10_prob", "2.302585093")])
def test_logarithms_to_another_base_are_refused_with_the_factor(head, factor):
    error = refusal(text(f"token,{head}\na,-1\nb,-1\n"), p_numbers=NumberKind.LOG_PROBABILITIES)
    assert "base e" in error.what
    assert factor[:8] in error.remedy
    pair = read(text("token,log1p\na,-0.5\nb,-0.5\n"), p_numbers=NumberKind.LOGITS)
    assert_pair(pair, ["a", "b"], [1, 1], [1, 1])


@pytest.mark.parametrize("head", ["nll", "surprisal", "−log p"])
def test_negative_logarithms_are_not_taken_for_weights(head):
    error = refusal(text(f"token,{head}\na,0.3\nb,1.5\n"))
    assert "0.3 is above 0" in error.what
    assert error.question is Question.NUMBERS


def test_a_heading_that_is_a_number_is_found_before_the_number_of_the_column_of_names():
    table = "word,1,2,3\na,1,5,2\nb,3,5,2\n"
    assert_pair(read(table, p_column="1", q_column="2"), ["a", "b"], [1, 3], [5, 5])
