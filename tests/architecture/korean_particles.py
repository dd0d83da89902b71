"""A check for Korean particles directly after a placeholder, whose form depends on the inserted word."""

import re

BEHIND = re.compile(r"\}[)’'\"]*([가-힣]+)")
COUNTERS = ("개", "번", "회", "행", "열", "단계", "스텝", "초", "쪽")
"""What may stand right behind a number; anything else in Hangul there is taken for a particle."""

ALWAYS_THE_SAME = ("의", "부터", "까지")
"""Particles that fit any word."""


def glued(text: str) -> list[str]:
    """Return the particles directly after placeholders."""
    found = BEHIND.findall(text)
    return [behind for behind in found if behind not in ALWAYS_THE_SAME and not behind.startswith(COUNTERS)]
