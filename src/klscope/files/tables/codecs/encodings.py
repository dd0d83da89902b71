"""Decoding of texts whose encoding is unknown, by a byte order mark, zero bytes, and the letters that result."""

from __future__ import annotations

import codecs
import re

from klscope.files.tables.contents import DataError, Question
from klscope.files.weights_text import quoted
from klscope.wording import gettext

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_LETTERS_TRIED = 200_000
_ZERO_BYTES = 0.3
"""The share of zero bytes at even or odd places from which a text is in UTF-16: half of it is ASCII or more."""
_BINARY = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_HANGUL = re.compile("[가-힣ㄱ-ㅣ]")
_OTHER_LETTERS = re.compile(r"[^\x00-\x7f]")
_PLAUSIBLE = 0.7
"""The share of Hangul among the other letters than ASCII from which bytes are taken for CP949."""
_PLAUSIBLE_SYLLABLES = 0.4
"""The share of common syllables among all from which bytes are taken for CP949.

Chinese and Japanese encodings and the letters of Western ones use the same bytes, and decode to syllables that hardly a
word has.
"""
_COMMON_SYLLABLES = frozenset(
    "이요다는니에가로의은어지을트나세서하를면수기습고그비보없아예한정도만내모있대일제리주으음쓰까거게입번두여라것개합"
    "치표실와마름스해부범시작막않값같상과확무선분전균중호때데파바용사평줄자드위른우더델항눈운말되래림둘단본답쪽앞손문"
    "려든장피차업러계르화태오인째맞누크할들양새소엔직률처곳배포끌머몫프맑형글야섯또동열올흐틀었순믿움교저최커봉너터목"
    "큼식학신결택함금끝럼적디점안산추명느방길얼많등따물클설준유놀키미발씩조향남넣살린반생히넓첫록붙질울원력행공알건돌"
    "릭령변람늘옵션색심절역던날율진집창될볼먼불달짓필못된줍읽백좁큰높허블놓재완연민춘빈측체네관힘족외국성영김박경종감"
    "회당군법술악육월년토천충광강북구현훈희혜철석빨노초랑검흰귤딸콜탕밥찌돼닭축농왕병약간편매출판품량격급료통송속승친"
    "언론후휴활환황효휘찬채책청층칠카케코쿠타탈투특팔패펴폐폭풍협혼홍버베벌별빵뽕씨싸쌀꽃꿈끼꼬"
)
_BESIDE_HANGUL = re.compile("[\u2000-\u206f\u3000-\u303f\uff01-\uff5e%·×÷±°′″℃‰∞−]")


def decoded(content: bytes, encoding: str | None) -> str:
    """Return the characters of a text, without a byte order mark.

    Parameters
    ----------
    content
        The bytes.
    encoding
        The name of a text codec of Python; None for the encoding of the byte order mark, else UTF-16 by its zero
        bytes, else UTF-8, else CP949 if the letters are Hangul.

    Raises
    ------
    DataError
        The bytes are not in this encoding, in none of them, or not a text.
    """
    text = _in_proposed_encoding(content) if encoding is None else _in_encoding(content, encoding)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(
            gettext("line {line}: there is a null character, which no text has", line=line),
            gettext("choose a text file, or say which encoding it has"),
            Question.ENCODING,
        )
    return text


def _in_encoding(content: bytes, encoding: str) -> str:
    known = _text_codec(encoding)
    if known is None:
        raise DataError(
            gettext("there is no encoding {name}", name=quoted(encoding)),
            gettext("name one such as utf-8, utf-16, cp949 or latin-1"),
            Question.ENCODING,
        )
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        line = content.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise DataError(
            gettext("line {line}: the text is not in {encoding}", line=line, encoding=known),
            gettext("say which encoding it has"),
            Question.ENCODING,
        ) from None


def _text_codec(name: str) -> str | None:
    """Return the name of an encoding of texts; None if there is no such encoding, as base64 is none."""
    try:
        found = codecs.lookup(name)
        "a".encode(name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return found.name


def _in_proposed_encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _in_encoding(content, encoding)
    if content.find(b"\0") >= 0:
        wide = _of_zero_bytes(content)
        if wide is None:
            raise _not_a_text(content)
        return _in_encoding(content, wide)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    if b"\xed" in content:
        try:
            return content.decode("utf-8", "surrogatepass")  # half of a pair, as a paste can have
        except UnicodeDecodeError:
            pass
    if len(_BINARY.findall(content, 0, _SAMPLE)) > 0:
        raise _not_a_text(content)
    korean = _in_cp949(content)
    if korean is not None:
        return korean
    raise DataError(
        gettext(
            "line {line}: the text is not in UTF-8, and not Korean in CP949",
            line=content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n", 0, place) + 1,
        ),
        gettext("say which encoding it has"),
        Question.ENCODING,
    )


def _of_zero_bytes(content: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: ASCII has its zero bytes all at odd or all at even places."""
    sample = content[:_SAMPLE]
    half = len(sample) / 2
    if len(content) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= _ZERO_BYTES * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even >= _ZERO_BYTES * half and not odd else None


def _not_a_text(content: bytes) -> DataError:
    found = _BINARY.search(content)
    line = content.count(b"\n", 0, found.start() if found is not None else 0) + 1
    return DataError(
        gettext("this is not a text: line {line} has bytes that no text has", line=line),
        gettext("choose a file of a format that can be read, or say which encoding the text has"),
        Question.ENCODING,
    )


def _in_cp949(content: bytes) -> str | None:
    """Return the characters in CP949 if they are plausible: most letters besides ASCII are Hangul."""
    try:
        text = content.decode("cp949")
    except UnicodeDecodeError:
        return None
    first = _OTHER_LETTERS.search(text)
    start = 0 if first is None else first.start()
    others = [c for c in _OTHER_LETTERS.findall(text, start, start + _LETTERS_TRIED) if not _BESIDE_HANGUL.match(c)]
    hangul = sum(_HANGUL.match(c) is not None for c in others)
    if not hangul or hangul < _PLAUSIBLE * len(others):
        return None
    syllables = [c for c in others if c >= "가"]
    common = sum(c in _COMMON_SYLLABLES for c in syllables)
    return text if common >= _PLAUSIBLE_SYLLABLES * len(syllables) else None
