"""The sections of a lesson text: headings, fields, paragraphs and options, with line numbers."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field

from klscope.files.weights_text import quoted
from klscope.lessons.mistakes import Mistakes
from klscope.wording import gettext

HEAD = "head"
STATE = "state"
CHALLENGE = "challenge"
STEPS = ("predict", "do", "why", "careful")

TEXT_FIELDS = ("because", "done", "hint")
"""Fields whose text may span several lines."""
LATE_FIELDS = ("goal", *TEXT_FIELDS)
"""Fields that may also follow the prose."""
_STEP_FIELDS = ("state", "view", "with", "glow", "formula", "hint")
FIELDS: dict[str, tuple[str, ...]] = {
    HEAD: ("question", "unit"),
    STATE: ("labels", "P", "Q", "locks P", "locks Q"),
    CHALLENGE: ("state", "view", "goal", "gauge", "hint"),
    "predict": (*_STEP_FIELDS, "guess", "because"),
    "do": (*_STEP_FIELDS, "goal", "done"),
    "why": _STEP_FIELDS,
    "careful": _STEP_FIELDS,
}
"""The fields of each kind of section."""

_FIELD = re.compile(r"([A-Za-z]+(?: [A-Za-z]+)?)[ \t]*:(?:[ \t]+(.*))?")
_OPTION = re.compile(r"\(([ \t]*|\*)\)(?:[ \t]+(.*))?")
_HEADING = re.compile(r"##[ \t]*([A-Za-z]+)[ \t]*(?::[ \t]*|[ \t]+|$)(.*)")


@dataclass
class Passage:
    """Lines joined by spaces, with the start of each, to find the line of a mistake."""

    text: str
    starts: list[tuple[int, int]]

    @property
    def line(self) -> int:
        """The number of the first line."""
        return self.starts[0][1]

    def line_at(self, place: int) -> int:
        """Return the line of the character at ``place``."""
        return next((line for start, line in reversed(self.starts) if start <= place), self.line)

    def go_on(self, text: str, line: int) -> None:
        """Add a line."""
        self.starts.append((len(self.text) + 1, line))
        self.text += " " + text


@dataclass
class Section:
    """A heading and its content."""

    kind: str
    title: str
    line: int
    fields: dict[str, Passage] = field(default_factory=dict)
    paragraphs: list[Passage] = field(default_factory=list)
    options: list[tuple[bool, Passage]] = field(default_factory=list)

    def value(self, key: str) -> str | None:
        """Return the text of a field, None if it is missing."""
        found = self.fields.get(key)
        return None if found is None else found.text

    def line_of(self, key: str) -> int:
        """Return the line of a field, or of the heading if it is missing."""
        found = self.fields.get(key)
        return self.line if found is None else found.line


def part(text: str, mistakes: Mistakes) -> list[Section]:
    """Split a text into sections, the head first; lines that belong to none are mistakes."""
    return _Parting(mistakes).part(text)


class _Parting:
    """The state of splitting a text, line by line."""

    def __init__(self, mistakes: Mistakes) -> None:
        self._mistakes = mistakes
        self._sections: list[Section] = []
        self._ignored = False  # below an unknown heading
        self._in_fields = True  # directly under a heading
        self._open: Passage | None = None  # the passage that the next line continues

    def part(self, text: str) -> list[Section]:
        for line, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
            words = raw.strip()
            if raw.startswith("//"):
                continue
            if raw.startswith("#"):
                self._heading(words, line)
            elif not words:
                self._open = None
                self._in_fields = self._in_fields and bool(self._sections) and self._current.kind in (HEAD, STATE)
            elif not self._sections:
                what = gettext("{words} stands before the title", words=quoted(words))
                self._mistakes.add(line, what, gettext("begin with '# Title'"))
                self._sections.append(Section(HEAD, "", line))
            elif not self._ignored:
                self._content(words, line)
        return self._sections

    @property
    def _current(self) -> Section:
        return self._sections[-1]

    def _heading(self, words: str, line: int) -> None:
        self._in_fields, self._open, self._ignored = True, None, False
        if not words.startswith("##"):
            if len(self._sections) == 1 and not self._current.title:
                self._current.title = words[1:].strip()  # a line before it is a mistake already
            elif self._sections:
                remedy = gettext("begin a step with '##', and a title only once")
                self._mistakes.add(line, gettext("there is a second title"), remedy)
                self._ignored = True
            else:
                self._sections.append(Section(HEAD, words[1:].strip(), line))
            return
        if not self._sections:
            self._mistakes.add(line, gettext("there is no title"), gettext("begin the file with '# Title'"))
            self._sections.append(Section(HEAD, "", line))
        found = _HEADING.fullmatch(words)
        kinds = (STATE, *STEPS, CHALLENGE)
        kind = "" if found is None else found[1]
        if kind not in kinds:
            near = difflib.get_close_matches(kind.lower(), kinds, n=1)
            begin = gettext("begin it with {kinds}", kinds=", ".join(kinds))
            hint = gettext("did you mean {meant}?", meant=near[0]) if near else begin
            self._mistakes.add(line, gettext("{words} is no heading that is known", words=quoted(words)), hint)
            self._ignored = not near
            kind = near[0] if near else ""  # its content is read as that of the closest heading
        title = "" if found is None else found[2].strip()
        if self._ignored:
            return
        if not title:
            what = (
                gettext("this state has no name") if kind == STATE else gettext("this {kind} has no title", kind=kind)
            )
            self._mistakes.add(line, what, gettext("write '## {kind}: …'", kind=kind))
        self._sections.append(Section(kind, title, line))

    def _content(self, words: str, line: int) -> None:
        section = self._current
        found = _FIELD.fullmatch(words)
        if found is not None and (self._in_fields or _meant_as_field(found[1])):
            self._field(section, found[1], found[2] or "", line)
            return
        option = _OPTION.fullmatch(words)
        if option is not None and section.kind not in (HEAD, STATE):
            self._in_fields = False
            self._open = Passage((option[2] or "").strip(), [(0, line)])
            section.options.append((option[1] == "*", self._open))
            if not self._open.text:
                self._mistakes.add(
                    line, gettext("an answer has no words"), gettext("write them behind the parentheses")
                )
            return
        self._prose(section, words, line)

    def _prose(self, section: Section, words: str, line: int) -> None:
        if section.kind in (HEAD, STATE):
            known = ", ".join(f"{key}:" for key in FIELDS[section.kind])
            if section.kind == HEAD:
                what = gettext("{words} cannot stand under a title", words=quoted(words))
            else:
                what = gettext("{words} cannot stand under a state", words=quoted(words))
            self._mistakes.add(line, what, gettext("put prose under a step; here stand {fields}", fields=known))
            return
        if self._open is not None and not self._in_fields:
            self._open.go_on(words, line)
            return
        late = [key for key in LATE_FIELDS if key in section.fields and section.paragraphs]
        if section.options or late:
            if section.options:
                what = gettext("a paragraph stands after the answers")
            else:
                what = gettext("a paragraph stands after {field}:", field=late[-1])
            self._mistakes.add(line, what, gettext("put it before, or take the empty line away to join it"))
            return
        self._in_fields = False
        self._open = Passage(words, [(0, line)])
        section.paragraphs.append(self._open)

    def _field(self, section: Section, key: str, value: str, line: int) -> None:
        if key not in FIELDS[section.kind]:
            meant = self._unknown(section, key, line)
            if meant is None or meant in section.fields:
                return
            key = meant  # read as the closest field, so that it is not reported as missing
        if key in section.fields:
            what = gettext("{field}: is there already, on line {line}", field=key, line=section.line_of(key))
            self._mistakes.add(line, what, gettext("leave one of them"))
            return
        if not self._in_fields and key not in LATE_FIELDS:
            what = gettext("{field}: stands too late", field=key)
            self._mistakes.add(line, what, gettext("put it directly under the heading"))
            return
        if not value.strip():
            what = gettext("{field}: is empty", field=key)
            self._mistakes.add(line, what, gettext("write its value behind it, or leave it out"))
        passage = Passage(value.strip(), [(0, line)])
        section.fields[key] = passage
        self._open = passage if key in TEXT_FIELDS and not self._in_fields else None

    def _unknown(self, section: Section, key: str, line: int) -> str | None:
        """Add a mistake for an unknown field; return the closest known one."""
        known = FIELDS[section.kind]
        if section.kind == HEAD:
            what = gettext("there is no field {field}: under the title", field=key)
        else:
            what = gettext("there is no field {field}: in a {kind}", field=key, kind=section.kind)
        near = difflib.get_close_matches(key, known, n=1)
        others = gettext("the fields here are {fields}", fields=", ".join(known))
        hint = gettext("did you mean {meant}:?", meant=near[0]) if near else others
        if section.kind not in (HEAD, STATE):
            hint = self._or_prose(hint)
        self._mistakes.add(line, what, hint)
        return near[0] if near else None

    def _or_prose(self, hint: str) -> str:
        """Return the hint, extended for a line that looks like a field in prose."""
        if self._in_fields:
            return gettext("{hint} (if it is prose, put an empty line before it)", hint=hint)
        return gettext("{hint} (if it is prose, let the line begin with another word)", hint=hint)


def _meant_as_field(key: str) -> bool:
    """Return whether a line in or after prose is a field, or a misspelt one."""
    every = {name for names in FIELDS.values() for name in names}
    return key in every or (key.islower() and bool(difflib.get_close_matches(key, LATE_FIELDS, n=1, cutoff=0.75)))
