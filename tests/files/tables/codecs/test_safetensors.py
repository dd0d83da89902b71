"""Tensors of every type, and damaged files. Oracles: numpy, and of float8 the tables of arXiv:2209.05433 by hand."""

import json

import numpy as np
import pytest

from data_files import safetensors
from klscope.files.tables.codecs.safetensors import read
from klscope.files.tables.contents import Contents, DataError
from klscope.files.tables.data_source import DataSource
from klscope.files.tables.options import NumberKind, ReadOptions
from klscope.files.tables.pairing import read_pair


def opened(content: bytes) -> Contents:
    return read(DataSource("a.safetensors", None, content), ReadOptions())


def values_of(dtype: str, shape: list[int], content: bytes) -> np.ndarray:
    return np.asarray(opened(safetensors(x=(dtype, shape, content))).tables["x"].values)  # type: ignore[union-attr]


def of_header(header: object, buffer: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + buffer


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        *(("F64", "<f8"), ("F32", "<f4"), ("F16", "<f2"), ("I64", "<i8"), ("I32", "<i4"), ("I16", "<i2"), ("I8", "i1")),
        *(("U64", "<u8"), ("U32", "<u4"), ("U16", "<u2"), ("U8", "u1"), ("BOOL", "?")),
    ],
)
def test_types_of_numpy(name: str, dtype: str) -> None:
    array = np.arange(6).reshape(2, 3).astype(dtype)
    values = values_of(name, [2, 3], array.tobytes())
    assert values.dtype == array.dtype
    np.testing.assert_array_equal(values, array)


def test_bfloat16_is_the_upper_half_of_float32() -> None:
    array = np.array([1.0, -2.5, 0.15625, 3.0e38, -np.inf, 1e-40], "<f4")
    upper = (array.view("<u4") >> 16).astype("<u2")
    expected = (upper.astype("<u4") << 16).view("<f4")
    np.testing.assert_array_equal(values_of("BF16", [6], upper.tobytes()), expected)
    assert values_of("BF16", [2], b"\x20\x3e\x80\xbf").tolist() == [0.15625, -1.0]


def test_float8_with_four_bits_of_exponent() -> None:
    codes = {0x00: 0.0, 0x01: 2**-9, 0x07: 7 * 2**-9, 0x08: 2**-6, 0x38: 1.0, 0x39: 1.125, 0x7E: 448.0, 0xB8: -1.0}
    assert values_of("F8_E4M3", [len(codes)], bytes(codes)).tolist() == list(codes.values())
    assert np.isnan(values_of("F8_E4M3", [2], b"\x7f\xff")).all()


def test_float8_with_five_bits_of_exponent() -> None:
    codes = {0x00: 0.0, 0x01: 2**-16, 0x04: 2**-14, 0x3C: 1.0, 0x3D: 1.25, 0x7B: 57344.0, 0x7C: np.inf, 0xBC: -1.0}
    assert values_of("F8_E5M2", [len(codes)], bytes(codes)).tolist() == list(codes.values())


def test_a_pair_of_logits() -> None:
    content = safetensors(
        teacher=("BF16", [1, 2], b"\0\0\x80\x3f"), student=("F16", [2], np.array([1, 0], "<f2").tobytes())
    )
    kind = NumberKind.LOGITS
    options = ReadOptions(p_key="teacher", q_key="student", p_numbers=kind, q_numbers=kind)
    pair = read_pair([opened(content)], options, [])
    np.testing.assert_allclose(pair.p.probabilities, [0.2689414213699951, 0.7310585786300049], rtol=1e-12)
    np.testing.assert_allclose(pair.q.probabilities, [0.7310585786300049, 0.2689414213699951], rtol=1e-12)


def test_metadata_and_tensors_of_three_axes_are_left_out() -> None:
    header = {
        "__metadata__": {"format": "pt"},
        "p": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
        "weight": {"dtype": "F32", "shape": [2, 1, 1], "data_offsets": [0, 8]},
    }
    contents = opened(of_header(header, bytes(8)))
    assert list(contents.tables) == ["p"]
    assert contents.notes == ("Left out, because they are not tables of numbers: 'weight'.",)


def entry(**changes: object) -> bytes:
    return of_header({"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8], **changes}}, bytes(8))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\2\0\0\0\0\0\0\0{",
        b"\xff\xff\xff\xff\xff\xff\xff\x7f{}",
        of_header(b"{"),
        of_header(b"[]"),
        of_header(b"[" * 100_000),
        of_header(b'{"a":1,"a":2}'),
        of_header({"x": 1}),
        of_header({"x": {}}),
        entry(shape=[3]),
        entry(shape=[-2]),
        entry(shape=[2.0]),
        entry(shape=[True, 2]),
        entry(shape="2"),
        entry(shape=[2**62, 2**62]),
        entry(data_offsets=[0, 16], shape=[4]),
        entry(data_offsets=[8, 0]),
        entry(data_offsets=[0]),
        entry(dtype=4),
    ],
)
def test_damaged_files_are_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="is not a valid safetensors file"):
        opened(content)


def test_another_type_is_refused_by_its_name() -> None:
    with pytest.raises(DataError, match="x has the type 'F4', which cannot be read; save it as float32"):
        opened(entry(dtype="F4"))


def test_a_file_without_tensors_is_refused() -> None:
    with pytest.raises(DataError, match="there is no array of numbers"):
        opened(of_header({"__metadata__": {}}))


def test_many_tensors_of_the_same_bytes_take_no_memory() -> None:
    header = {f"x{k}": {"dtype": "U8", "shape": [10**6], "data_offsets": [0, 10**6]} for k in range(2_000)}
    assert len(opened(of_header(header, bytes(10**6))).tables) == 2_000
