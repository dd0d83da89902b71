"""What is made of pip's words when it fails."""

import pytest

from bootstrap.pip_words import advice_on_pip, telling


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("OSError: [Errno 28] No space left on device", "make room"),
        ("/x/python: No module named pip", "Delete the folder .venv"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "3.11, 3.12 or 3.13"),
        ("Failed to establish a new connection", "check the network"),
        ("something else", "start again"),
    ],
)
def test_the_advice_fits_the_failure(output: str, says: str) -> None:
    assert says in advice_on_pip(output)


def test_frames_and_notes_are_left_out_of_last_words() -> None:
    lines = ["Collecting thing", "  error: subprocess-exited-with-error", "  × pip did not run", "  │ exit code: 1"]
    assert telling([*lines, "  ╰─> [3 lines of output]", "      ERROR: why", "  note: it was not me"]) == [
        "Collecting thing",
        "ERROR: why",
    ]
