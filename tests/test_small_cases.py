"""The loop over cases itself: every case is checked, and the one that fails is named."""

import inspect

import pytest

from small_cases import each


def test_all_cases_are_checked_in_products() -> None:
    seen = []

    @each("letter", "ab")
    @each(("number", "sign"), [(1, "+"), (2, "-")])
    def check(letter: str, number: int, sign: str, other: str) -> None:
        seen.append(f"{letter}{sign}{number}{other}")

    assert list(inspect.signature(check).parameters) == ["other"]
    check(other="!")
    assert seen == ["a+1!", "a-2!", "b+1!", "b-2!"]


def test_the_case_that_fails_is_named() -> None:
    @each("number", [1, 2, 3])
    def check(number: int) -> None:
        assert number != 2

    with pytest.raises(AssertionError) as caught:
        check()
    assert caught.value.__notes__ == ["of check, the case {'number': 2}"]
    with pytest.raises(AssertionError, match="no case"):
        each("number", [])
    with pytest.raises(AssertionError, match="other arguments"):
        each("x", [1])(lambda y: None)  # noqa: ARG005
