"""A short run of the fuzzing of readers: whole files, and some mutated ones, are read or refused, and nothing else."""

import os
from pathlib import Path

import pytest

import fuzz_readers
from klscope.files.tables.opening import open_data
from klscope.files.tables.options import ReadOptions

pytestmark = pytest.mark.skipif(os.name != "posix", reason="fork")
READERS = [codec for codec in fuzz_readers.CODECS if not codec.refusal]
IN_A_PROCESS = {"Excel", "OpenDocument", "Parquet"}  # each input starts one, of 0.2 to 0.7 seconds


@pytest.fixture(scope="module")
def seeds() -> dict[str, list[bytes]]:
    return fuzz_readers.seeds()


@pytest.mark.parametrize("codec", READERS, ids=lambda codec: codec.name)
def test_whole_files_are_read(codec: fuzz_readers.Codec, seeds: dict[str, list[bytes]], tmp_path: Path) -> None:
    for content in seeds[codec.name]:
        (tmp_path / "whole").with_suffix(codec.suffixes[0]).write_bytes(content)
        assert open_data(str((tmp_path / "whole").with_suffix(codec.suffixes[0])), ReadOptions()).tables


@pytest.mark.parametrize("codec", READERS, ids=lambda codec: codec.name)
def test_mutated_files_are_read_or_refused(codec: fuzz_readers.Codec, seeds: dict[str, list[bytes]]) -> None:
    whole = seeds[codec.name]
    most = len(whole) + (4 if codec.name in IN_A_PROCESS else 40)
    assert [found.reason for found in fuzz_readers.findings(codec, whole, 60.0, most, 1)] == []
