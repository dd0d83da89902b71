"""Korean particles that stand right behind what is put into a text: they would have to fit what is not known yet."""

import re

BEHIND = re.compile(r"\}[)’'\"]*([가-힣]+)")
COUNTERS = ("개", "번", "회", "행", "열", "단계", "스텝", "초", "쪽")
"""What may stand right behind a number; anything else in Hangul there is taken for a particle."""

ALWAYS_THE_SAME = ("의", "부터", "까지")
"""Particles that fit any word."""


def glued(text: str) -> list[str]:
    """Return what stands right behind what is put in, and should not."""
    found = BEHIND.findall(text)
    return [behind for behind in found if behind not in ALWAYS_THE_SAME and not behind.startswith(COUNTERS)]
