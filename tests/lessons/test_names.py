"""What may glow: bars, and commands that the window has."""

import pytest

from klscope.lessons.lesson import BarTarget, CommandTarget, Tab
from klscope.lessons.mistakes import ExpressionError
from klscope.lessons.names import commands, controls, read_targets, read_view, views
from klscope.model.commands import commands as all_commands
from klscope.model.comparison import Side
from klscope.model.views import ViewMode


def test_every_command_is_one_of_the_window() -> None:
    assert {target.action for target in commands().values()} <= {command.name for command in all_commands()}


def test_every_mode_is_a_view() -> None:
    assert all(views()[mode.value] is mode for mode in ViewMode)
    assert [one.value for name in views() for one in read_view(name) if one is not None] == list(views())


@pytest.mark.parametrize("text", ["entropy, landscape", "landscape,entropy", " landscape ,  entropy "])
def test_a_view_and_a_tab_may_stand_together(text: str) -> None:
    assert read_view(text) == (ViewMode.ENTROPY, Tab.LANDSCAPE)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("entropy, training", "'entropy, training' are two views of a kind"),
        ("formula, entropy, table", "one tab beside it"),
        ("entropy,", "there is no view ''"),
        ("entropy, lanscape", "did you mean landscape?"),
    ],
)
def test_more_cannot_be_seen_at_once(text: str, says: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_view(text)
    assert says in str(caught.value)


@pytest.mark.parametrize("name", [*commands(), *controls()])
def test_every_command_is_read_between_others(name: str) -> None:
    bar = BarTarget(Side.Q, "a, b")
    assert read_targets(f'Q("a, b"),  {name} , P(c)') == (
        bar,
        {**commands(), **controls()}[name],
        BarTarget(Side.P, "c"),
    )


def test_sides_are_kept() -> None:
    assert read_targets("uniform P, copy P to Q") == (CommandTarget("uniform", Side.P), CommandTarget("copy_p_to_q"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("copy P to R", "did you mean copy P to Q?"),
        ("zzz", "it is one of undo, pin, copy P to Q"),
        ("P(a) P(b)", "cannot be highlighted"),
        ("P(a),", "'' cannot be highlighted"),
        ("P", "a bar is P(label)"),
    ],
)
def test_what_cannot_glow(text: str, says: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        read_targets(text)
    assert says in str(caught.value)
