"""Encodings of texts. Oracle: Python's encoders, and for what is refused the bytes by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klscope.files.tables.codecs.encodings import decoded
from klscope.files.tables.contents import DataError, Question
from small_cases import each

KOREAN = "날씨,개수\n맑음,50\n흐림,25\n비 “눈”,13\n"
FOUND = [
    ("utf-8", "é,1\n날,2"),
    ("utf-8-sig", "é,1\n날,2"),
    ("utf-16", "가\t1\r\n나\t3\r\n"),
    ("utf-16-le", "a\t1\r\n나라\t3\r\n"),
    ("utf-16-be", "a\t1\r\n나라\t3\r\n"),
    ("utf-32", "가\t1\n"),
    ("cp949", KOREAN),
    ("cp949", "펲시,1\n콜라,2\n똠양,3"),
    ("cp949", "大韓,1\n대한민국,2\n서울,3"),
]


@each(("encoding", "text"), FOUND)
def test_an_encoding_is_found(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding), None) == text


def test_a_byte_order_mark_of_either_order_is_no_character() -> None:
    assert decoded(b"\xfe\xff" + "가,1".encode("utf-16-be"), None) == "가,1"
    assert decoded(b"\xef\xbb\xbfa", "utf-8") == "a"
    assert decoded(b"", None) == ""


ASKED = [
    ("latin-1", "a,1\ncafé,2\n", 2),
    ("latin-1", "Größe,1\nMädchen,2", 1),
    ("latin-1", "a,1\r\nb,2\r\n°C,3", 3),
    ("cp1252", "a,1\rb,2\r“c”,3", 3),
    ("shift_jis", "東京,1\n大阪,2", 1),
    ("shift_jis", "x,1\nりんご,2", 2),
    ("gbk", "苹果,1\n香蕉,2", 1),
    ("gbk", "你好,1", 1),
    ("euc_jp", "東京,1\n大阪,2", 1),
    ("cp1251", "Москва,1\nмир,2", 1),
]


@each(("encoding", "text", "line"), ASKED)
def test_another_encoding_is_asked_for_and_can_be_named(encoding: str, text: str, line: int) -> None:
    with pytest.raises(DataError, match=f"^line {line}: the text is not in UTF-8") as error:
        decoded(text.encode(encoding), None)
    assert error.value.question is Question.ENCODING
    assert decoded(text.encode(encoding), encoding) == text


NO_TEXT = [
    ("a zero byte", b"a,1\nb\0,2\n", "line 2"),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text"),
    ("a program", b"\x7fELF\x02\x01\x01" + bytes(9) + b"\xff\xfe", "not a text"),
    ("control bytes", b"\x01\x02\x03\xff", "not a text"),
]


@each(("content", "said"), [(content, said) for _, content, said in NO_TEXT])
def test_bytes_that_are_no_text_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said):
        decoded(content, None)


@each("name", ("klingon", "base64", "rot13", "hex", "zlib", "", "a\0b", "idna " * 99))
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(DataError, match="there is no encoding") as error:
        decoded(b"a,1", name)
    assert error.value.question is Question.ENCODING


def test_bytes_that_are_not_in_the_named_encoding_are_refused_with_the_line() -> None:
    with pytest.raises(DataError, match="line 2: the text is not in utf-8"):
        decoded("a,1\né,2".encode("latin-1"), "UTF8")
    with pytest.raises(DataError, match="not in utf-16"):
        decoded(b"\xff\xfea", None)


def test_half_of_a_surrogate_pair_in_a_paste_is_kept() -> None:
    assert decoded("a\ud800,1".encode("utf-8", "surrogatepass"), None) == "a\ud800,1"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_refused(content: bytes) -> None:
    try:
        text = decoded(content, None)
    except DataError:
        return
    assert "\0" not in text
