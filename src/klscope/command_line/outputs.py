"""Checks of the output file of a command, before anything is rendered."""

import os

from klscope.command_line.exits import UsageError, usage_error
from klscope.files.regular_files import FileError, refuse_other_kinds
from klscope.files.weights_text import quoted


def check_output(output: str, suffixes: tuple[str, ...], of_data: tuple[str, ...] = ()) -> None:
    """Refuse a path with another suffix, in a missing folder, or of something that is not a regular file.

    ``of_data`` are the suffixes of data, which the message on another suffix lists too.
    Other errors are reported when the file is written.
    """
    suffix = os.path.splitext(output)[1]
    if suffix.lower() not in suffixes:
        if suffixes == (".pdf",):
            raise usage_error("{output}: a handout's name ends in .pdf", output=quoted(output))
        endings = ", ".join(suffixes)
        raise usage_error(
            "{output}: a picture's name ends in {endings}, that of data in {data}",
            output=quoted(output),
            endings=endings,
            data=", ".join(of_data),
        )
    folder = os.path.dirname(output) or "."
    if not os.path.isdir(folder):
        raise usage_error(
            "{output}: there is no folder {folder}; make it first", output=quoted(output), folder=quoted(folder)
        )
    try:
        refuse_other_kinds(output, os.stat(output).st_mode)
    except FileError as error:
        raise UsageError(str(error)) from error
    except (OSError, ValueError):
        return  # it does not exist, or `replace_file` reports the reason
