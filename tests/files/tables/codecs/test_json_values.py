"""JSON as data. Oracle: P, Q and labels by hand; Python's json for what is written and read again."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.tables.contents import DataError, Question
from klscope.files.tables.options import Match, NumberKind, ReadOptions
from small_cases import each
from table_texts import check, reading

READ = [
    ("[0.1, 0.9]", [0.1, 0.9], None, "A B"),
    ("[[0.1, 0.9], [0.5, 0.5]]", [0.1, 0.9], [0.5, 0.5], None),
    ("[[[0.1, 0.9]]]", [0.1, 0.9], None, None),
    ("[[1], [2], [3]]", [1, 2, 3], None, None),
    ("[[1, 3], [2, 2], [5, 1]]", [1, 2, 5], [3, 2, 1], None),
    ('{"a": 1, "b": 3}', [1, 3], None, "a b"),
    ('{"a": "10%", "b": "90 %"}', [1, 9], None, "a b"),
    ('{"a": null, "b": 1, "c": 3}', [1, 3], None, "b c"),
    ('{"P": {"a": 1, "b": 3}, "Q": {"b": 2, "a": 2}}', [1, 3], [2, 2], "a b"),
    ('{"P": {"a": 1, "b": 2, "c": 1}, "Q": {"b": 1, "a": 1, "d": 2}}', [1, 2, 1, 0], [1, 1, 0, 2], "a b c d"),
    ('{"q": [0.2, 0.8], "p": [0.5, 0.5]}', [0.5, 0.5], [0.2, 0.8], None),
    ('{"p": [0.2, 0.8], "q": [0.5, 0.5], "labels": ["x", "y"]}', [0.2, 0.8], [0.5, 0.5], "x y"),
    ('{"word": ["a", "b"], "count": [3, 5]}', [3, 5], None, "a b"),
    ('{"en": [1, 2, 3], "de": [3, 2, 1]}', [1, 2, 3], [3, 2, 1], None),
    ('{"cat": {"cat": 4, "dog": 1}, "dog": {"dog": 3, "cat": 2}}', [4, 1], [2, 3], "cat dog"),
    ('[{"label": "a", "p": 1, "q": 2}, {"q": 1, "p": 2, "label": "b"}]', [1, 2], [2, 1], "a b"),
    ('[{"id": 7, "count": 1}, {"id": 9, "count": 2}]', [1, 2], None, "7 9"),
    ('[{"label": "a", "p": 1}, {"label": "b", "p": null}, {"label": "c", "p": 2}]', [1, 2], None, "a c"),
    ('[{"a": 0.9, "b": 0.1}, {"a": 0.5, "b": 0.5}]', [0.9, 0.1], [0.5, 0.5], "a b"),
    ('[{"p": 0.9, "q": 0.5}, {"p": 0.1, "q": 0.5}]', [0.9, 0.1], [0.5, 0.5], None),
    ('{"label": "a", "p": 1, "q": 2}\r\n{"label": "b", "p": 2, "q": 1}\r\n', [1, 2], [2, 1], "a b"),
    ("[1, 2]\n[2, 1]\n", [1, 2], [2, 1], None),
    ('[["w", "p", "q"], ["a", 1, 2], ["b", 2, 1]]', [1, 2], [2, 1], "a b"),
    ('[["a", 0.5], ["b", 0.5]]', [1, 1], None, "a b"),
    ('{"p": {"0": 1, "1": 3}, "q": {"0": 1, "1": 1}, "label": {"0": "x", "1": "y"}}', [1, 3], [1, 1], "x y"),
    ('{"columns": ["label", "p", "q"], "index": [0, 1], "data": [["a", 1, 2], ["b", 2, 1]]}', [1, 2], [2, 1], "a b"),
    ('{"result": {"p": [1, 2], "q": [2, 1]}}', [1, 2], [2, 1], None),
    ('{"data": {"p": [1, 2], "q": [2, 1]}, "meta": {"by": "me"}, "n": 3}', [1, 2], [2, 1], None),
    ('{"p": [1, 2], "q": [2, 1], "history": [1, NaN]}', [1, 2], [2, 1], None),
    ("[18446744073709551617, 18446744073709551617]", [1, 1], None, None),
    ('{"a\\nb": 1, "\\u202ec": 2, "\\ud800": 3}', [1, 2, 3], None, "a\\nb \\u202ec \\ud800"),
    ("\ufeff[1, 2]", [1, 2], None, None),
    ('{"a": {"p": 0.1, "q": 0.2}, "b": {"p": 0.9, "q": 0.8}}', [0.1, 0.9], [0.2, 0.8], "a b"),
    ('{"columns": ["p", "q"], "index": ["a", "b"], "data": [[1, 2], [2, 1]]}', [1, 2], [2, 1], "a b"),
    ('{"schema": {"fields": [{"name": "w"}]}, "data": [{"w": "a", "p": 1}, {"w": "b", "p": 2}]}', [1, 2], None, "a b"),
    ('[{"token": "a", "p": 1, "bytes": [97]}, {"token": "b", "p": 2, "bytes": null}]', [1, 2], None, "a b"),
    ('[{"n": 1, "values": [{"label": "a", "n": 1}, {"label": "b", "n": 3}]}]', [1, 3], None, "a b"),
    ('[{"text": "s", "scores": [1, 2]}, {"text": "t", "scores": [2, 1]}]', [1, 2], [2, 1], None),
]


@each(("text", "p", "q", "labels"), READ)
def test_what_is_written_is_read(text: str, p: list[float], q: list[float] | None, labels: str | None) -> None:
    check(reading(text, name="data.json"), p, q, labels)
    check(reading(text, name="data.txt"), p, q, labels)


LANGUAGES = '{"en": [1, 2, 3], "de": [3, 2, 1], "fr": [1, 1, 1], "letter": ["a", "b", "c"]}'
NAMED = [
    (LANGUAGES, ReadOptions(p_key="fr", q_key="de"), [1, 1, 1], [3, 2, 1], "a b c"),
    (LANGUAGES, ReadOptions(p_column="fr", q_column="de"), [1, 1, 1], [3, 2, 1], "a b c"),
    (
        '{"cat": {"cat": 4, "dog": 1}, "dog": {"cat": 1, "dog": 4}}',
        ReadOptions(p_row="dog", q_row="cat"),
        [1, 4],
        [4, 1],
        None,
    ),
    (
        '{"data": {"x": [1, 2], "y": [2, 1]}, "meta": {"z": [1]}}',
        ReadOptions(p_key="data.x", q_key="data.y"),
        [1, 2],
        [2, 1],
        None,
    ),
    ('{"a": 1, "a": 2, "b": 4}', ReadOptions(add_duplicates=True), [3, 4], None, "a b"),
    ('["x", "y", "x"]', ReadOptions(p_numbers=NumberKind.SAMPLES), [2, 1], None, "x y"),
    ('{"p": {"A": 1, "b": 2}, "q": {"a": 2, "B": 1}}', ReadOptions(match=Match.FOLDED), [1, 2], [2, 1], "A b"),
]


@each(("text", "options", "p", "q", "labels"), NAMED)
def test_options_choose(
    text: str, options: ReadOptions, p: list[float], q: list[float] | None, labels: str | None
) -> None:
    check(reading(text, options, "data.json"), p, q, labels)


REFUSED = [
    ("", "there is nothing to read"),
    ("[]", "the list is empty"),
    ("{}", "the object is empty"),
    ("5", "'5' is neither a list nor an object"),
    ("null", "'null' is neither"),
    ('{"p": [], "q": [1, 2]}', "'p': the list is empty"),
    ('{"a": 0.1,', "line 1, character 11: the text ends before the JSON does"),
    ('{"a": 0.1\n"b": 2}', "line 2, character 1: '\"b\": 2}' is not JSON"),
    ("[1, 2]x", "line 1, character 7: 'x' is not JSON"),
    ("[1, 2\n", "the text ends"),
    ("[0.1, NaN]", "item 2: 'NaN' is not a finite number"),
    ("[0.1, Infinity]", "item 2: 'Infinity' is not a finite number"),
    ("[0.1, 1e999]", "item 2: '1e999' is too large"),
    ("[0.1, 1e-400]", "item 2: '1e-400' is too small"),
    ("[1" + "0" * 5000 + ", 1]", "item 1: '10000"),
    ('{"P": {"a": 1e-400, "b": 1}, "Q": {"a": 1, "b": 1}}', "'P', 'a': '1e-400' is too small"),
    ('{"p": [0.1, "x"], "q": [1, 2]}', "'p', item 2: 'x' is not a number"),
    ("[[0.1, 0.2], [1e-400, 0.3]]", "item 2, item 1: '1e-400'"),
    ('[{"label": "a", "p": 1}, {"label": "b", "p": 1e-400}]', "item 2, column 'p': '1e-400' is too small"),
    ('{"a": 1, "a": 2}', "item 2: the name 'a' is already used in item 1"),
    ('{"p": [1, 2], "p": [2, 3]}', "the key 'p' is used twice"),
    ('[{"a": 1}, {"a": 1, "a": 2}]', "item 2: the key 'a' is used twice"),
    ("[" * 100_000 + "]" * 100_000, "nested more than 20 deep"),
    ("[" * 30 + "1" + "]" * 30, "nested more than 20 deep"),
    ('{"a":' * 100_000, "nested more than 20 deep"),
    ('{"a":' * 30 + "[1, 2]" + "}" * 30, "nested more than 20 deep"),
    ("[[[1, 2], [1, 2]], [[1, 2], [1, 2]]]", "item 1, item 1: the rows of a table cannot hold lists"),
    ("[[1, 2], [3]]", "item 2: it has 1 item instead of 2"),
    ("[[1, 2], 3]", "item 2: expected a list"),
    ('{"a": "x", "b": 1}', "'x' is not a number"),
    ('{"a": "x", "b": "y"}', "there are no numbers in it"),
    ("[true, false]", "no column of numbers"),
    ('[{"a": 1, "b": [1, 2]}, {"a": 2, "b": 7}]', "item 2, 'b': expected a list"),
]


@each(("text", "said"), REFUSED)
def test_what_cannot_be_read_is_refused_with_its_item(text: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        reading(text, name="data.json")
    assert said in str(error.value)


ASKED = [
    (LANGUAGES, Question.COLUMNS),
    ('{"x": [1, 2], "y": [1, 2, 3], "z": [1]}', Question.MATCH),
    ("[-1, -Infinity]", Question.NUMBERS),
    ('{"a": 1, "a": 2}', Question.DUPLICATES),
    ("[[1, 2], [2, 1], [1, 1]]", None),
]


@each(("text", "question"), ASKED[:4])
def test_what_is_open_is_asked(text: str, question: Question) -> None:
    with pytest.raises(DataError) as error:
        reading(text, name="data.json")
    assert error.value.question is question


def test_more_items_than_are_read_are_refused_at_once() -> None:
    with pytest.raises(DataError, match="more than 20,000,000 items"):
        reading("[" + "1," * 20_000_001 + "1]", name="data.json")


def test_our_own_measures_are_read() -> None:
    measures = {
        "unit": "bit",
        "entropy_p": 1.0,
        "kl_divergence": "inf",
        "labels": ["a", "b"],
        "p": [0.5, 0.5],
        "q": [1.0, 0.0],
        "read": {"p": {"from": "x.csv", "kind": "counts"}, "sum_p": 4, "notes": ["Q is uniform."]},
    }
    for indent in (None, 2):
        pair = reading(json.dumps(measures, indent=indent))
        check(pair, [1, 1], [1, 0], "a b")
    assert any("entropy_p" in note for note in pair.notes)


NUMBERS = st.lists(st.just(0.0) | st.floats(1e-9, 1e9), min_size=2, max_size=20).filter(any)


@given(NUMBERS)
def test_lists_that_are_written_are_read_as_they_were(numbers: list[float]) -> None:
    check(reading(json.dumps(numbers)), numbers)
    check(reading(json.dumps({f"k{k}": number for k, number in enumerate(numbers)})), numbers)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        pair = reading(json.dumps(value), name="data.json")
    except DataError:
        return
    assert pair.n >= 2


def test_the_answer_of_a_language_model_asks_which_of_its_lists_is_meant() -> None:
    top = [{"token": "a", "logprob": -0.5, "bytes": [97]}, {"token": "b", "logprob": -1.5, "bytes": [98]}]
    content = [{"token": "a", "logprob": -0.5, "bytes": [32, 97], "top_logprobs": top}]
    answer = {"choices": [{"index": 0, "logprobs": {"content": content}}], "usage": {"prompt": 3, "completion": 1}}
    key = "choices.content.top_logprobs"
    with pytest.raises(DataError, match=r"there are 3 tables: 'choices\.content\.bytes', "):
        reading(json.dumps(answer))
    options = ReadOptions(p_key=key, q_key=key, p_numbers=NumberKind.LOG_PROBABILITIES)
    check(reading(json.dumps(answer), options), [math.exp(-0.5), math.exp(-1.5)], None, "a b")


def test_many_records_with_different_keys_are_refused_before_they_fill_a_table() -> None:
    text = json.dumps([{f"w{k}": k} for k in range(1_001)])
    with pytest.raises(DataError, match="different keys, 1,001 in all"):
        reading(text)
