"""The parser of prose: ``*emphasis*`` and ``{EXPRESSION of STATE : N}``; typed decimal numbers are mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from klscope.lessons.expression_reading import Source
from klscope.lessons.mistakes import ExpressionError, Mistakes
from klscope.lessons.prose import DECIMALS, Paragraph, Piece, Placeholder, Words
from klscope.lessons.sections import Passage
from klscope.wording import gettext

MOST_DECIMALS = 12

_BRACES = re.compile(r'\{((?:[^{}"]|"[^"]*")*)\}')
_LONE_BRACE = re.compile(r"[{}]")
_DECIMAL = re.compile(r"[0-9]*\.[0-9]+")
_PLACEHOLDER = re.compile(
    r"(?P<expression>[^:]+?)(?:\s+of\s+(?P<state>[^\s:{}]+))?\s*(?::\s*(?P<decimals>[0-9]{1,3})\s*)?"
)


def read_placeholder(text: str) -> Placeholder:
    """Parse the text between braces; raises `ExpressionError`."""
    source = Source(text)
    found = _PLACEHOLDER.fullmatch(source.text)
    decimals = DECIMALS if found is None or found["decimals"] is None else int(found["decimals"])
    if found is None or decimals > MOST_DECIMALS:
        raise ExpressionError(
            gettext("{{{text}}} is no number to fill in", text=text),
            gettext(
                "write {{EXPRESSION}}, {{EXPRESSION of STATE}} or {{EXPRESSION of STATE : DECIMALS}}, "
                "DECIMALS {most} at most",
                most=MOST_DECIMALS,
            ),
        )
    return Placeholder(source.expression(found["expression"]), found["state"], decimals)


class ProseReader:
    """Parses paragraphs, collects mistakes, and calls ``check`` for every placeholder."""

    def __init__(self, mistakes: Mistakes, check: Callable[[Placeholder, int], None]) -> None:
        self._mistakes = mistakes
        self._check = check

    def paragraph(self, passage: Passage, *, emphasis: bool = True) -> Paragraph:
        """Parse a paragraph; in a formula (``emphasis=False``) an asterisk is literal."""
        pieces: list[Piece] = []
        emphasised, end = False, 0
        for found in _BRACES.finditer(passage.text):
            emphasised = self._words(passage, end, found.start(), pieces, emphasised, emphasis)
            end = found.end()
            line = passage.line_at(found.start())
            asked = self._mistakes.attempt(line, partial(read_placeholder, found[1]))
            if asked is None:
                continue
            self._check(asked, line)
            pieces.append(Placeholder(asked.expression, asked.state, asked.decimals, emphasised))
        if self._words(passage, end, len(passage.text), pieces, emphasised, emphasis):
            self._mistakes.add(
                passage.line_at(len(passage.text) - 1),
                gettext("a star opens an emphasis that nothing closes"),
                gettext("write *word*, or a star between two spaces"),
            )
        return tuple(pieces)

    def _words(
        self, passage: Passage, start: int, end: int, pieces: list[Piece], emphasised: bool, emphasis: bool
    ) -> bool:
        """Parse the text from ``start`` to ``end``; return whether an emphasis is open at its end."""
        for wrong in _LONE_BRACE.finditer(passage.text, start, end):
            self._mistakes.add(
                passage.line_at(wrong.start()),
                gettext("the brace {brace} has no partner", brace=repr(wrong[0])),
                gettext("write a number as {{EXPRESSION}}, and do without braces elsewhere"),
            )
        self.check_numbers(passage, start, end)
        begun = start
        for place in range(start, end) if emphasis else ():
            if passage.text[place] == "*" and passage.text[max(place - 1, 0) : place + 2] != " * ":
                _append(pieces, passage.text[begun:place], emphasised)
                emphasised, begun = not emphasised, place + 1
        _append(pieces, passage.text[begun:end], emphasised)
        return emphasised

    def check_numbers(self, passage: Passage, start: int = 0, end: int | None = None) -> None:
        """Add a mistake for every typed decimal number from ``start`` to ``end``."""
        for typed in _DECIMAL.finditer(passage.text, start, len(passage.text) if end is None else end):
            self._mistakes.add(
                passage.line_at(typed.start()),
                gettext("the number {number} is typed into prose", number=typed[0]),
                gettext("let it be computed: {{EXPRESSION of STATE}}"),
            )


def _append(pieces: list[Piece], text: str, emphasised: bool) -> None:
    if text:
        pieces.append(Words(text, emphasised))
