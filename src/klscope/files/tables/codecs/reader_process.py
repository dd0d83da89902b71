"""Reading of a file by a library that can end the process or take too much, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO

from klscope.files.tables.contents import DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.limits import LONGEST_WAIT
from klscope.wording import gettext

PACKAGE = __name__.partition(".")[0]
MOST_COMPRESSED = 100_000_000
"""The largest number of bytes of a file that is read in a process."""
_SECONDS_BETWEEN_QUESTIONS = 0.05


def read_in_process(module: str, content: bytes, source: DataSource, *arguments: str) -> bytes:
    """Return what a module makes of the content of a file.

    The module is run by ``python -m`` with the content on its standard input. It limits its own time and memory, and
    writes to its standard output. Where it ends otherwise, the file is refused.

    Raises
    ------
    DataError
        The process failed or took too long, or reading was cancelled.
    """
    folders = [os.path.dirname(folder) for folder in sys.modules[PACKAGE].__path__]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders), "PYTHONSAFEPATH": "1"}
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise DataError(
            gettext("{source}: the process that reads it could not be started", source=source.name)
        ) from error
    with process:
        try:
            answer = _answer_of(process, content, source)
        finally:
            process.kill()
    if process.returncode or not answer:
        raise DataError(
            gettext("{source} is damaged, or too large to be read", source=source.name),
            gettext("save the table in it as CSV"),
        )
    return answer


def _answer_of(process: subprocess.Popen[bytes], content: bytes, source: DataSource) -> bytes:
    # communicate() stops to send its input where it is called once more after its time
    threading.Thread(target=_send, args=(process.stdin, content), daemon=True).start()
    process.stdin = None
    end = time.monotonic() + LONGEST_WAIT
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_SECONDS_BETWEEN_QUESTIONS)[0]
        if source.is_cancelled():
            raise DataError(gettext("{source}: reading was cancelled", source=source.name))
        if time.monotonic() > end:
            raise DataError(
                gettext("{source} could not be read within {count} seconds", source=source.name, count=LONGEST_WAIT),
                gettext("save the table in it as CSV"),
            )


def _send(stdin: IO[bytes], content: bytes) -> None:
    with suppress(OSError), stdin:  # the process may end before it has read all
        stdin.write(content)
