"""What is remembered from one start to the next: the window's place, theme, unit, mode, what was tried, pictures."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

Choice = TypeVar("Choice", bound=Enum)


class Preferences:
    """Our own preferences; never used for what people exchange (QSettings can unpickle)."""

    def __init__(self) -> None:
        self._settings = QSettings("klscope", "klscope")

    def geometry(self) -> QByteArray | None:
        """Return the window's saved place and size."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    def choice(self, name: str, kind: type[Choice], otherwise: Choice) -> Choice:
        """Return a remembered member of an enumeration."""
        text = self._settings.value(f"choice/{name}", "", str)
        return next((member for member in kind if member.name == text), otherwise)

    def numbers(self, name: str) -> frozenset[int]:
        """Return a remembered set of small numbers."""
        text = str(self._settings.value(f"numbers/{name}", "", str))
        return frozenset(int(part) for part in text.split() if part.isdigit())

    def flag(self, name: str) -> bool:
        """Return whether something was switched on; at first it is off."""
        return str(self._settings.value(f"flag/{name}", "", str)) == "on"

    def text(self, name: str) -> str:
        """Return a remembered text; empty where there is none."""
        return str(self._settings.value(f"text/{name}", "", str))

    def percent(self, name: str) -> int:
        """Return a remembered share of what is usual; 100 where there is none."""
        text = str(self._settings.value(f"percent/{name}", "", str))
        return int(text) if text.isdigit() else 100

    def save_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place and size."""
        self._settings.setValue("window/geometry", geometry)

    def save_choice(self, name: str, value: Enum) -> None:
        """Remember a member of an enumeration."""
        self._settings.setValue(f"choice/{name}", value.name)

    def save_numbers(self, name: str, values: frozenset[int]) -> None:
        """Remember a set of small numbers."""
        self._settings.setValue(f"numbers/{name}", " ".join(map(str, sorted(values))))

    def save_percent(self, name: str, value: int) -> None:
        """Remember a share of what is usual."""
        self._settings.setValue(f"percent/{name}", str(value))

    def save_flag(self, name: str, value: bool) -> None:
        """Remember whether something is switched on."""
        self._settings.setValue(f"flag/{name}", "on" if value else "off")

    def save_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(f"text/{name}", value)

    def flush(self) -> None:
        """Write what was remembered."""
        self._settings.sync()
