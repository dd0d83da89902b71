"""Where the lines of a sheet may not end."""

import pytest

from klscope.views.handouts.handout_text import WORD_JOINER, wrapped_by_word


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("plain words, 1.5 nats", "plain words, 1.5 nats"),
        ("동전은 공정", "동+전+은 공+정"),
        ("KL은 0.5예요.", "KL+은 0.5+예+요+."),
        ("‘앞면’을 P와", "‘+앞+면+’+을 P+와"),
    ],
)
def test_a_korean_word_is_not_broken(text: str, joined: str) -> None:
    assert wrapped_by_word(text).replace(WORD_JOINER, "+") == joined
