"""Word joiners that prevent line breaks in formulas, between numbers and units, and in Korean words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import pairwise

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
MOST_HELD = 26
"""The longest formula without a line break, in characters."""

_PRECEDENCE = ({*"=<>≤≥≈←→↔"}, {*"+−±"}, {*"·×/‖"})
_SIGNS = frozenset().union(*_PRECEDENCE, "[])")
_FUNCTION = re.compile(r"[−(\[]*(?:log[₁₂₀]*|ln|Σ)")
_ARGUMENT = re.compile(r"[−(\[\d]|[A-Z]+\(|[A-Za-z][₀-₉]?(?![A-Za-z])")
_SPACES = (
    re.compile(
        r"(?<=[\d∞])[ ](?=(?:bits?|nats?|hartleys?|times|tosses|samples|millionths)\b|%|비트|내트|하틀리|번|배)"
    ),
    re.compile(r"(?<=\w)[ ](?=−[\d∞])"),
)
"""A number and its unit; a name and its negative number, which a break would turn into a difference."""
_AS_IT_WAS = re.compile(r"\b[PQ](?:\([^()]*\))?(?: as it was| locked| 그대로| 고정)")
_WITHIN_A_WORD = re.compile(r"(?<=[가-힣])(?=\S)|(?<=\S)(?=[가-힣])|(?<=\S/)(?=\S)")
"""Positions where Qt would break a line: between Korean syllables, and after a slash."""
_TAG = re.compile(r"(<[^>]*>)")
_INLINE = re.compile(r"</?[bi]>")


def held(text: str) -> str:
    """Return a text with word joiners."""
    return "".join(_held_signs(text))


def held_html(html: str) -> str:
    """Return rich text with word joiners, also across tags."""
    parts = _TAG.split(html)  # texts and tags alternate
    texts = [unescape(part) for part in parts[::2]]
    tags = parts[1::2]
    whole = "".join(
        text + ("" if _INLINE.fullmatch(tag) else "\n") for text, tag in zip(texts, [*tags, ""], strict=True)
    )
    signs, start = _held_signs(whole), 0
    shown = []
    for text, tag in zip(texts, [*tags, ""], strict=True):
        shown.append(escape("".join(signs[start : start + len(text)]), quote=False) + tag)
        start += len(text) + (not _INLINE.fullmatch(tag))
    return "".join(shown)


def _held_signs(text: str) -> list[str]:
    """Return the replacement of each character."""
    signs = list(text)
    for place in _held_spaces(text):
        signs[place] = NO_BREAK_SPACE
    for found in _WITHIN_A_WORD.finditer(text):
        signs[found.start()] = WORD_JOINER + signs[found.start()]
    return signs


def _held_spaces(text: str) -> Iterator[int]:
    for pattern in _SPACES:
        for found in pattern.finditer(text):
            yield found.start()
    for found in _AS_IT_WAS.finditer(text):
        yield from (place for place in range(*found.span()) if text[place] == " ")
    for run in _runs(text):
        for part in _parted(run):
            yield from (before.end() for before in part[:-1])


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the formulas of a text: words joined by operators and functions."""
    run: list[re.Match[str]] = []
    for word in re.finditer(r"[^ \n]+", text):
        if run and word.start() == run[-1].end() + 1 and text[run[-1].end()] == " " and _belong(run[-1], word):
            run.append(word)
            continue
        if len(run) > 1:
            yield run
        run = [word]
    if len(run) > 1:
        yield run


def _belong(first: re.Match[str], second: re.Match[str]) -> bool:
    if first[0] in _SIGNS or second[0].rstrip(".,;:") in _SIGNS:
        return True
    return bool(_FUNCTION.fullmatch(first[0]) and _ARGUMENT.match(second[0]))


def _parted(run: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
    """Split a formula before its outermost operators of lowest precedence."""
    if run[-1].end() - run[0].start() <= MOST_HELD:
        yield run
        return
    depth, ranks = 0, []
    for place, word in enumerate(run):
        for rank, signs in enumerate(_PRECEDENCE):
            if place and word[0] in signs:
                ranks.append((depth, rank, place))
        depth += sum((sign in "([") - (sign in ")]") for sign in word[0])
    if not ranks:
        yield run
        return
    weakest = min(ranks)[:2]
    places = [0, *(place for depth, rank, place in ranks if (depth, rank) == weakest), len(run)]
    for start, end in pairwise(places):
        yield from _parted(run[start:end])
