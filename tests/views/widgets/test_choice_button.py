"""A button with a menu of values."""

from pointing import Said

from klscope.views.widgets.choice_button import ChoiceButton


def made(show):
    button = ChoiceButton([True, False])
    button.set_words("Direction", ("to the left", "to the right"), ("left", "right"))
    button.show_value(False)
    show(button, 160, 24)
    return button


def test_it_shows_what_is_chosen_and_says_what_was(show):
    button = made(show)
    said = Said(button, "chosen")
    assert button.text() == "to the right ▼"
    assert button.accessibleName() == "Direction: to the right"
    assert [action.isChecked() for action in button.menu().actions()] == [False, True]
    assert said.take() == []
    button.menu().actions()[0].trigger()
    assert said.take() == [("chosen", True)]


def test_where_there_is_little_room_names_are_short(show):
    button = made(show)
    button.set_narrow(True)
    assert button.text() == "right ▼"
    assert button.accessibleName() == "Direction: to the right"
    assert [action.text() for action in button.menu().actions()] == ["to the left", "to the right"]
