"""Files that a second ``klscope FILE`` hands to the one that is running, through a socket of the user.

The socket is in a folder that only this user can enter; its name depends on the display and on the folders of settings
and data, so that a program with others is another one. A message is a line of JSON, ``{"open": [PATH, …]}``, answered
by `ANSWER`. Where there is no running program, or it does not answer, the file is opened as usual.
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import stat
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress

ANSWER = b"ok\n"
LONGEST_MESSAGE = 65_536
MOST_FILES = 2
"""The largest number of files: that of P and that of Q."""
SECONDS = 0.3
"""How long an answer is waited for."""
LONGEST_PATH = 100
"""The longest path of a socket, in bytes: systems differ, and none permits less than 103."""
_NAMED_BY = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def socket_path(environment: Mapping[str, str]) -> str | None:
    """Return the path of the socket; None where the system has none, or no folder for it that is the user's own."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    folder = _own_folder(environment)
    known = "\0".join(environment.get(name, "") for name in _NAMED_BY)
    name = hashlib.sha256(known.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    path = None if folder is None else os.path.join(folder, f"klscope-{name}")
    return path if path is not None and len(os.fsencode(path)) <= LONGEST_PATH else None


def _own_folder(environment: Mapping[str, str]) -> str | None:
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if runtime and _is_own(runtime):
        return runtime
    folder = os.path.join(tempfile.gettempdir(), f"klscope-{os.getuid()}")
    with suppress(OSError):
        os.mkdir(folder, 0o700)
    return folder if _is_own(folder) else None


def _is_own(folder: str) -> bool:
    """Return whether a folder, and not a link to one, belongs to the user, and nobody else may enter it."""
    try:
        found = os.lstat(folder)
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def message_of(paths: Sequence[str]) -> bytes:
    """Return the message that opens files, by their absolute paths."""
    return json.dumps({"open": [os.path.abspath(path) for path in paths]}).encode() + b"\n"


def paths_in(message: bytes) -> list[str]:
    """Return the paths in a message; empty for anything else."""
    try:
        paths = json.loads(message)["open"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return []
    if not isinstance(paths, list) or not 0 < len(paths) <= MOST_FILES:
        return []
    return paths if all(isinstance(path, str) and os.path.isabs(path) for path in paths) else []


def hand_over(paths: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Return whether a running program has taken files; they must be there and be regular."""
    message = message_of(paths)
    place = socket_path(environment) if len(paths) <= MOST_FILES and len(message) <= LONGEST_MESSAGE else None
    if place is None or not os.path.lexists(place) or not all(map(os.path.isfile, paths)):
        return False
    with suppress(OSError, ValueError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(SECONDS)
        asking.connect(place)
        asking.sendall(message)
        return asking.recv(len(ANSWER)) == ANSWER
    return False
