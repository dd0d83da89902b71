"""Fields of a document while it is read: each knows where it stands, and refuses what it should not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from klscope.files.regular_files import FileError
from klscope.files.weights_text import quoted
from klscope.theory.distribution import FloatArray
from klscope.wording import gettext

MINUS_INFINITY = "-inf"
"""The log-probability of a probability of 0, which JSON has no number for."""


@dataclass(frozen=True)
class Field:
    """A value in a document, and where it stands.

    Attributes
    ----------
    value
        What JSON made of it, or an array.
    name
        The name of the document in messages.
    place
        The path of the field, as in ``pins[2].comparison.p``; empty for the whole document.
    """

    value: Any
    name: str
    place: str = ""

    def error(self, reason: str, remedy: str = "") -> FileError:
        """Return the error for this field."""
        place = self.place or gettext("the document")
        return FileError(self.name, gettext("{place}: {reason}", place=place, reason=reason), remedy)

    def record(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Field]:
        """Return the fields of a JSON object.

        Raises
        ------
        FileError
            It is none, a required field is missing, or there is a field of another name.
        """
        if not isinstance(self.value, dict):
            raise self.error(gettext("{value} is not an object in braces", value=self._shown()))
        for key in required:
            if key not in self.value:
                raise self.error(gettext("the field {key} is missing", key=quoted(key)))
        for key in self.value:
            if key not in required and key not in optional:
                raise self.error(gettext("there is no field {key} here", key=quoted(key)))
        return {key: self._inside(value, f".{key}") for key, value in self.value.items()}

    def items(self, most: int) -> Iterator[Field]:
        """Yield the items of a list; raise `FileError` where it is none, or longer than ``most``."""
        for position, value in enumerate(self._list(most)):
            yield self._inside(value, f"[{position}]")

    def _list(self, most: int) -> list[Any]:
        if not isinstance(self.value, list):
            raise self.error(gettext("{value} is not a list in brackets", value=self._shown()))
        if len(self.value) > most:
            raise self.error(
                gettext("it has {count} items, and at most {most} are read", count=f"{len(self.value):,}", most=most)
            )
        return self.value

    def texts(self, most: int) -> list[str]:
        """Return a list of texts; raise `FileError` where it is none, or longer than ``most``."""
        values = self._list(most)
        if not all(isinstance(value, str) for value in values):
            return [item.text() for item in self.items(most)]  # which says the place
        return values

    def _inside(self, value: Any, step: str) -> Field:
        return Field(value, self.name, f"{self.place}{step}".removeprefix("."))

    def text(self) -> str:
        """Return a text; raise `FileError` for anything else."""
        if not isinstance(self.value, str):
            raise self.error(gettext("{value} is not a text in quotes", value=self._shown()))
        return self.value

    def flag(self) -> bool:
        """Return true or false; raise `FileError` for anything else."""
        if not isinstance(self.value, bool):
            raise self.error(gettext("{value} is not {yes} or {no}", value=self._shown(), yes="true", no="false"))
        return self.value

    def integer(self, least: int, most: int) -> int:
        """Return an integer in a range; raise `FileError` for anything else."""
        if type(self.value) is not int or not least <= self.value <= most:
            raise self.error(
                gettext(
                    "{value} is not a whole number from {least} to {most}", value=self._shown(), least=least, most=most
                )
            )
        return self.value

    def number(self, least: float, most: float) -> float:
        """Return a number in a range; raise `FileError` for anything else."""
        if type(self.value) not in (int, float) or not least <= self.value <= most:
            raise self.error(
                gettext("{value} is not a number from {least} to {most}", value=self._shown(), least=least, most=most)
            )
        return float(self.value)

    def numbers(self, n: int) -> FloatArray:
        """Return ``n`` numbers, ``"-inf"`` included, shape ``(n,)``; raise `FileError` for anything else."""
        if isinstance(self.value, np.ndarray):
            array = self.value
        else:
            array = np.array([self._number_in_list(item) for item in self.items(n)], dtype=np.float64)
        if array.shape != (n,):
            raise self.error(gettext("it has {count} numbers for {n} categories", count=f"{array.size:,}", n=f"{n:,}"))
        return array.astype(np.float64, copy=False)

    @staticmethod
    def _number_in_list(item: Field) -> float:
        value = item.value
        if type(value) is float:
            return value
        if type(value) is int and abs(value) < 2**63:
            return float(value)
        if value == MINUS_INFINITY:
            return -np.inf
        raise item.error(gettext("{value} is not a number", value=item._shown()))

    def positions(self, n: int) -> tuple[int, ...]:
        """Return a list of different positions of categories, from 0; raise `FileError` for anything else."""
        if isinstance(self.value, np.ndarray):
            array = self.value
            if array.ndim != 1 or array.dtype.kind not in "iu" or not bool(((array >= 0) & (array < n)).all()):
                raise self.error(gettext("it is not a list of positions of categories"))
            found = tuple(array.tolist())
        else:
            found = tuple(item.integer(0, n - 1) for item in self.items(n))
        if len(set(found)) < len(found):
            raise self.error(gettext("a position stands there twice"))
        return found

    def _shown(self) -> str:
        text = "…" if isinstance(self.value, (dict, list, np.ndarray)) else repr(self.value)
        return text if len(text) <= 40 else f"{text[:40]}…"
