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
    parting = _Parting(mistakes)
    for line, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        parting.read(line, raw)
    return parting.sections


class _Parting:
    """The state of splitting a text, line by line."""

    def __init__(self, mistakes: Mistakes) -> None:
        self._mistakes = mistakes
        self.sections = [Section(HEAD, "", 1)]
        self._ignored = False  # below an unknown heading
        self._in_fields = True  # directly under a heading
        self._open: Passage | None = None  # the passage that the next line continues

    @property
    def _section(self) -> Section:
        return self.sections[-1]

    def read(self, line: int, raw: str) -> None:
        words = raw.strip()
        if raw.startswith("//"):
            return
        if raw.startswith("#"):
            self._heading(words, line)
        elif not words:
            self._open = None
            self._in_fields = self._in_fields and self._section.kind in (HEAD, STATE)
        elif not self._ignored:
            self._content(words, line)

    def _heading(self, words: str, line: int) -> None:
        self._in_fields, self._open, self._ignored = True, None, False
        head = self.sections[0]
        if not words.startswith("##") and self._section is head and not head.title:
            head.title, head.line = words[1:].strip(), line
            return
        found = _HEADING.fullmatch(words)
        kinds = (STATE, *STEPS, CHALLENGE)
        kind, title = ("", "") if found is None else (found[1], found[2].strip())
        if kind not in kinds:
            near = difflib.get_close_matches(kind.lower(), kinds, n=1)
            begin = gettext("begin it with {kinds}", kinds=", ".join(f"## {known}" for known in kinds))
            remedy = gettext("did you mean {meant}?", meant=near[0]) if near else begin
            self._mistakes.add(line, gettext("{words} is no heading that is known", words=quoted(words)), remedy)
            if not near:
                self._ignored = True
                return
            kind = near[0]  # its content is read as that of the closest heading
        if not title:
            self._mistakes.add(
                line, gettext("this {kind} has no title", kind=kind), gettext("write it behind the kind")
            )
        self.sections.append(Section(kind, title, line))

    def _content(self, words: str, line: int) -> None:
        section = self._section
        found = _FIELD.fullmatch(words)
        if found is not None and (self._in_fields or _meant_as_field(found[1])):
            self._field(section, found[1], found[2] or "", line)
            return
        option = _OPTION.fullmatch(words)
        if section.kind in (HEAD, STATE) or (option is not None and section.kind != "predict"):
            remedy = gettext("prose stands under a step, answers under a predict")
            self._mistakes.add(line, gettext("{words} cannot stand here", words=quoted(words)), remedy)
        elif option is not None:
            self._open = self._passage("( )", option[2] or "", line)
            section.options.append((option[1] == "*", self._open))
        elif self._open is not None and not self._in_fields:
            self._open.go_on(words, line)
            return
        elif section.options or (section.paragraphs and any(key in section.fields for key in LATE_FIELDS)):
            remedy = gettext("put it before, or take the empty line away to join it")
            self._mistakes.add(line, gettext("a paragraph stands after answers or fields"), remedy)
        else:
            self._open = Passage(words, [(0, line)])
            section.paragraphs.append(self._open)
        self._in_fields = self._in_fields and section.kind in (HEAD, STATE)

    def _field(self, section: Section, key: str, value: str, line: int) -> None:
        known = FIELDS[section.kind]
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            others = gettext("the fields here are {fields}", fields=", ".join(known))
            hint = gettext("did you mean {meant}:?", meant=near[0]) if near else others
            if section.kind not in (HEAD, STATE):
                hint = gettext("{hint} (if it is prose, put an empty line or another word before it)", hint=hint)
            self._mistakes.add(line, gettext("there is no field {field}: here", field=key), hint)
            if not near or near[0] in section.fields:
                return
            key = near[0]  # so that it is not reported as missing
        if key in section.fields:
            what = gettext("{field}: is there already, on line {line}", field=key, line=section.line_of(key))
            self._mistakes.add(line, what, gettext("leave one of them"))
        elif not self._in_fields and key not in LATE_FIELDS:
            what = gettext("{field}: stands too late", field=key)
            self._mistakes.add(line, what, gettext("put it directly under the heading"))
        else:
            passage = self._passage(key, value, line)
            section.fields[key] = passage
            self._open = passage if key in TEXT_FIELDS and not self._in_fields else None

    def _passage(self, name: str, value: str, line: int) -> Passage:
        if not value.strip():
            what = gettext("{name} is empty", name=name)
            self._mistakes.add(line, what, gettext("write its value behind it, or leave it out"))
        return Passage(value.strip(), [(0, line)])


def _meant_as_field(key: str) -> bool:
    """Return whether a line in or after prose is a field, or a misspelt one."""
    every = {name for names in FIELDS.values() for name in names}
    return key in every or (key.islower() and bool(difflib.get_close_matches(key, LATE_FIELDS, n=1, cutoff=0.75)))
