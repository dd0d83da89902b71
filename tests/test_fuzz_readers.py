"""A short run of the fuzzing of readers: whole files, and some mutated ones, are read or refused, and nothing else."""

import os
from pathlib import Path

import pytest

import fuzz_readers
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import ReadOptions

pytestmark = pytest.mark.skipif(os.name != "posix", reason="fork")
IN_A_PROCESS = {"Excel", "OpenDocument", "Parquet"}  # each input starts one, of 0.2 to 0.7 seconds


@pytest.fixture(scope="module")
def seeds() -> dict[str, list[bytes]]:
    return fuzz_readers.seeds()


@pytest.mark.parametrize("reader", fuzz_readers.READERS, ids=lambda reader: reader.name)
def test_whole_files_are_read(reader: fuzz_readers.Reader, seeds: dict[str, list[bytes]], tmp_path: Path) -> None:
    for content in seeds[reader.name]:
        path = (tmp_path / "whole").with_suffix(reader.suffix)
        path.write_bytes(content)
        if reader.name == "document":
            reader.read(str(path), ReadOptions())
        else:
            assert open_data(str(path), ReadOptions()).tables


@pytest.mark.parametrize("reader", fuzz_readers.READERS, ids=lambda reader: reader.name)
def test_mutated_files_are_read_or_refused(reader: fuzz_readers.Reader, seeds: dict[str, list[bytes]]) -> None:
    whole = seeds[reader.name]
    most = len(whole) + (4 if reader.name in IN_A_PROCESS else 40)
    assert [found.reason for found in fuzz_readers.findings(reader, whole, 60.0, most, 1)] == []
