"""What comes before pytest."""

import os
from pathlib import Path

from bootstrap.testing import from_root


def test_a_file_is_named_from_where_the_person_is(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("", encoding="utf-8")
    folder = str(tmp_path)
    assert from_root("test_x.py::test_y", folder) == f"{folder}/test_x.py::test_y".replace("/", os.sep)
    for same in ("-k", "-x", "tests", "none.py", ""):
        assert from_root(same, folder) == same
