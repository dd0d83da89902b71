"""A long walk through the lessons in a plain event loop. Oracle: the process ends by itself, and says how far it came.

Where painting handed Qt an address as an object, this walk ended in a segmentation fault before its 200th step.
"""

import subprocess
import sys
from pathlib import Path

WALK = Path(__file__).with_name("lesson_walk.py")
STEPS = 220
PATIENCE = 300


def test_a_walk_through_the_lessons_ends_well() -> None:
    command = [sys.executable, WALK, "--steps", str(STEPS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{STEPS} steps\n"
