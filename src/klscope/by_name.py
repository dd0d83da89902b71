"""Parts loaded by name when they are first used, so that a start need not wait for them."""

from importlib import import_module
from typing import Any


def load(module: str, name: str = "") -> Any:
    """Return what a module has under a name; without a name, the module."""
    loaded = import_module(module)
    return getattr(loaded, name) if name else loaded
