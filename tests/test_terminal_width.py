"""Widths in a terminal. Oracle: Unicode's East Asian Width, as `wcwidth` reads it: Hangul 2, Latin and ‖ 1."""

import pytest

from klscope.terminal_width import padded, width, wrapped


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("P(A)", 4), ("한글", 4), ("글꼴, ‖", 7), ("ｗ", 2)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_text_is_padded_to_columns() -> None:
    assert padded("한글", 6) == "한글  "
    assert padded("too long", 3) == "too long"


def test_lines_are_parted_at_spaces() -> None:
    assert wrapped("창의 언어 (기본: 지난번과 같게)", 10) == ["창의 언어", "(기본:", "지난번과", "같게)"]
    assert wrapped("a bb ccc", 4) == ["a bb", "ccc"]
    assert wrapped("", 4) == []
