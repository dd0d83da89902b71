"""What the killed processes have told, and what must therefore be there at the next start."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

ALLOWED_SECONDS = 1.5
"""A state that is older than that is on the disk."""


@dataclass
class Tally:
    """Counts of what was done, and the losses as sentences."""

    kills: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.kills += other.kills
        self.counts += other.counts
        self.losses += other.losses
        return self

    def __str__(self) -> str:
        counts = ", ".join(f"{number} {name}" for name, number in sorted(self.counts.items()))
        return f"{self.kills} kills ({counts}): {len(self.losses)} losses"


@dataclass(frozen=True)
class State:
    """A state of a window: when it was there, in seconds, and the hash of its document."""

    time: float
    document: str
    path: str


@dataclass
class Expected:
    """What of a window must come back."""

    states: list[State]
    may_be_gone: bool = False

    def takes(self, document: str, path: str) -> bool:
        """Return whether a document with a file is one of those that may come back.

        Document and record are two files: between their writings, one may be newer than the other.
        """
        return any(one.document == document for one in self.states) and any(one.path == path for one in self.states)


def oldest_moment(killed: float, full: list[tuple[float, float]]) -> float:
    """Return the moment whose state must be on the disk when the process is killed.

    Parameters
    ----------
    killed
        When it is killed.
    full
        From when to when the disk was full, in order.
    """
    moment = killed - ALLOWED_SECONDS
    for begin, end in reversed(full):
        if begin < moment + ALLOWED_SECONDS and end > moment:
            moment = begin - ALLOWED_SECONDS
    return moment


def expected(states: list[State], killed: float, full: list[tuple[float, float]], is_new: bool) -> Expected:
    """Return what must come back of a window, whose states are in the order of time.

    ``is_new``: nothing of the window was on the disk before the first of these states.
    """
    moment = oldest_moment(killed, full)
    before = [place for place, state in enumerate(states) if state.time <= moment]
    first = before[-1] if before else 0
    return Expected(states[first:], is_new and not before)


@dataclass
class Saving:
    """One saving of a file: its content, when it began, and when it told of success; infinite where it told nothing."""

    content: str
    begin: float
    end: float = float("inf")
    has_failed: bool = False


def contents_allowed(savings: list[Saving]) -> set[str]:
    """Return the contents that a file may have: no saving that began after its end has succeeded.

    A saving that was killed may have been done; one that failed was not.
    """
    kept = [one for one in savings if not one.has_failed]
    last = max((one.begin for one in kept if one.end != float("inf")), default=float("-inf"))
    return {one.content for one in kept if one.end >= last}
