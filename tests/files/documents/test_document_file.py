"""Documents come back bit for bit; expected values are the arrays that were written, compared by their bytes."""

import json
import zipfile
from dataclasses import replace
from enum import Enum
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klscope.files.documents.document_file import as_bytes, from_bytes, read_document, write_document
from klscope.files.documents.versions import VERSION
from klscope.files.regular_files import FileError
from klscope.model.comparison import Comparison, Labels, Side
from klscope.model.document import Document
from klscope.model.edits import SetLock, SetProbability
from klscope.model.pins import Pins
from klscope.model.properties import Properties
from klscope.model.view_options import BlockOrder, LandscapeQuantity
from klscope.model.view_state import ViewState
from klscope.model.views import ViewMode
from klscope.theory.distribution import Distribution
from klscope.theory.training import Family, Objective
from klscope.theory.units import Unit
from model.view_states import view_of

VERSIONS = Path(__file__).parent / "versions"
WEATHER = Comparison.from_weights(["맑음", "흐림", "rain, ‘heavy’", "snow\n❄"], [4, 2, 1, 1], [1, 4, 2, 1], "weather")


def bits(comparison: Comparison) -> list[object]:
    found: list[object] = [tuple(comparison.labels)]
    for side in Side:
        one = comparison.distribution(side)
        logs = None if one.log_probabilities is None else one.log_probabilities.tobytes()
        found += [one.probabilities.tobytes(), one.remembered.tobytes(), one.squeezes.tobytes(), logs]
        found.append(comparison.locks(side).tobytes())
    return found


def same(one: Document, other: Document) -> bool:
    def parts(document: Document) -> list[object]:
        origin = document.comparison.origin
        return [
            bits(document.comparison),
            origin and (origin.name, origin.source, bits(origin.comparison)),
            [(pin.name, bits(pin.comparison)) for pin in document.pins.all],
            document.pins.compared,
            document.view,
            document.properties,
        ]

    return parts(one) == parts(other)


def again(document: Document) -> Document:
    return from_bytes(as_bytes(document), "a.klscope")


def large(n: int, seed: int) -> Comparison:
    rng = np.random.default_rng(seed)
    q = Distribution.from_log_probabilities(rng.normal(0, 200, n))
    return Comparison([f"단어 {k}" for k in range(n)], Distribution.from_weights(rng.random(n)), q).originating(
        "a.npy", "/data/a.npy"
    )


def test_every_part_comes_back() -> None:
    edited = SetLock(Side.P, (1,), True).apply(SetProbability(Side.Q, 0, 1.0).apply(WEATHER))
    assert edited.q.remembers
    pins = Pins().add(WEATHER, "이전").add(edited)
    document = Document(edited, ViewState(selected=(2, 0)), pins, Properties("제목", "줄 1\n줄 2"))
    assert same(again(document), document)


@pytest.mark.parametrize(
    "chosen",
    [
        *({"unit": one} for one in Unit),
        *({"mode": one} for one in ViewMode),
        *({"active": one} for one in Side),
        *({"block_order": one} for one in BlockOrder),
        *({"quantity": one} for one in LandscapeQuantity),
        {"objective": Objective.REVERSE, "family": Family.UNIMODAL, "softmax_rate": 0.3, "unimodal_rate": 0.02},
        {"seed": 2**31 - 1, "samples": 100_000, "coded": True},
        {"logarithmic": True, "reversed_roles": True, "with_mass_difference": True, "alpha": 0.7},
        {"selected": (3, 1)},
    ],
)
def test_every_option_of_every_view_comes_back(chosen) -> None:
    document = Document(WEATHER, view_of(**chosen))
    assert again(document).view == document.view
    text = as_bytes(document).decode()
    assert all(json.dumps(value.value if isinstance(value, Enum) else value) in text for value in chosen.values())


@pytest.mark.parametrize("n", [2_000, 100_000])
def test_many_categories_with_log_probabilities_come_back(n) -> None:
    comparison = large(n, 1)
    document = Document(comparison, ViewState(selected=(n - 1,)), Pins().add(comparison).add(large(n, 2), "다른"))
    content = as_bytes(document)
    assert content.startswith(b"PK") == (n > 5_000)
    assert same(from_bytes(content, "a"), document)
    assert as_bytes(from_bytes(content, "a")) == content


def test_a_large_origin_or_pin_of_a_small_document_is_stored_beside_it() -> None:
    document = Document(WEATHER, pins=Pins().add(large(6_000, 3)))
    assert as_bytes(document).startswith(b"PK")
    assert same(again(document), document)


def test_a_small_pin_with_a_probability_of_zero_beside_many_categories_comes_back() -> None:
    logs = Distribution.from_log_probabilities([0.0, -1.0, -np.inf])
    document = Document(large(6_000, 1), pins=Pins().add(Comparison(["a", "b", "c"], logs, logs)))
    assert same(again(document), document)


def test_arrays_that_are_the_same_are_stored_once() -> None:
    comparison = large(6_000, 1)
    names = zipfile.ZipFile(BytesIO(as_bytes(Document(comparison, pins=Pins().add(comparison))))).namelist()
    assert len([name for name in names if name.endswith(".npy")]) == 3  # P, Q and log Q
    assert len([name for name in names if name.endswith(".json")]) == 2  # labels and the document


@given(
    st.lists(
        st.tuples(st.text(min_size=1), st.floats(0, 1e308), st.floats(0, 1e308)), min_size=2, unique_by=lambda x: x[0]
    )
)
@settings(max_examples=60, deadline=None)
def test_any_weights_and_labels_come_back(rows) -> None:
    labels, p, q = zip(*rows, strict=True)
    try:
        comparison = Comparison.from_weights(labels, p, q)
    except ValueError:
        return
    document = Document(comparison)
    assert same(again(document), document)


def test_the_text_is_readable() -> None:
    text = as_bytes(Document(WEATHER, properties=Properties("A title"))).decode()
    assert '  "title": "A title",\n' in text
    assert '"probabilities": [0.5, 0.25, 0.125, 0.125]\n' in text
    assert "맑음" in text


def broken(**changes):
    """Return a document with values at paths such as ``comparison__p__probabilities`` replaced."""
    value = json.loads(as_bytes(Document(WEATHER)))
    for path, new in changes.items():
        *steps, last = path.split("__")
        place = value
        for step in steps:
            place = place[step]
        place[last] = new
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "line 1, column 1"),
        (b"{]", "line 1, column 2"),
        (b"\xff\xfe", "byte 1"),
        (b"[1]", "not a klscope document"),
        (b"{}", "not a klscope document"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', 'the field "a" stands there twice'),
        (b"PK\x03\x04 damaged", "the archive is damaged"),
        (broken(version=VERSION + 1), "newer klscope"),
        (broken(version="1"), "its version"),
        (broken(colour="red"), "no field 'colour'"),
        (broken(title=3), "title: 3 is not a text"),
        (broken(comparison=[]), "comparison: "),
        (broken(comparison__labels=["a"]), "at least two"),
        (broken(comparison__labels=["a", "b", "a", "c"]), "comparison.labels: categories 1 and 3"),
        (broken(comparison__labels=["a", "b", " ", "c"]), "comparison.labels: category 3 has no name"),
        (broken(comparison__labels=["a", 2, "b", "c"]), "comparison.labels[1]: 2 is not a text"),
        (broken(comparison__p__probabilities=[0.5, 0.5]), "comparison.p.probabilities: it has 2 numbers for 4"),
        (broken(comparison__p__probabilities=[0.5, 0.5, 0.1, -0.1]), "-0.1 at position 4"),
        (broken(comparison__p__probabilities=[0.5, 0.5, 0.1, 0.1]), "they sum to 1.2"),
        (broken(comparison__p__probabilities=[0.5, None, 0.1, 0.1]), "comparison.p.probabilities[1]: None"),
        (broken(comparison__p__probabilities=[0.5, 10**400, 0.1, 0.1]), "comparison.p.probabilities[1]"),
        (broken(comparison__p__log_probabilities=[0, 0, 0, 0]), "comparison.p.log_probabilities"),
        (broken(comparison__p__remembered=[0, 0, 0, -1]), "remembered ratios"),
        (broken(comparison__q_locks=[4]), "comparison.q_locks[0]: 4"),
        (broken(comparison__q_locks=[1, 1]), "twice"),
        (broken(view__unit="stones"), "view.unit: 'stones' is none of bits, nats, hartleys"),
        (broken(view__selected=[9]), "view.selected[0]"),
        (broken(view__evidence__seed=-1), "view.evidence.seed: -1"),
        (broken(view__measures__alpha=1e9), "view.measures.alpha"),
        (broken(view__landscape__colour=1), "view.landscape: there is no field"),
        (broken(pins=[{"name": "A"}]), "pins[0]: the field 'comparison' is missing"),
        (broken(compared_pin=0), "compared_pin: there are no pins"),
        (b'{"title": ' + b"9" * 5_000 + b"}", "a number in it is too long"),
        (("{" + ",".join(f'"k{k}":0' for k in range(20_000)) + ',"k19999":1}').encode(), 'field "k19999" stands there'),
        (broken(pins={}), "pins: "),
        (broken(comparison__labels={"file": "a.json"}), "comparison.labels"),
    ],
)
def test_a_wrong_document_is_refused_with_its_place(content, words) -> None:
    with pytest.raises(FileError) as error:
        from_bytes(content, "my.klscope")
    assert str(error.value).startswith("my.klscope")
    assert words in str(error.value)


def test_a_large_document_with_a_damaged_or_missing_entry_is_refused() -> None:
    content = as_bytes(Document(large(6_000, 1)))
    names = zipfile.ZipFile(BytesIO(content)).namelist()
    for left_out in names:
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w") as written, zipfile.ZipFile(BytesIO(content)) as read:
            for name in names:
                if name != left_out:
                    written.writestr(name, read.read(name))
        with pytest.raises(FileError, match=left_out):
            from_bytes(archive.getvalue(), "a")
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 1
    with pytest.raises(FileError):
        from_bytes(bytes(flipped), "a")
    with pytest.raises(FileError):
        from_bytes(content[:-10], "a")


def test_an_array_in_place_of_the_format_is_refused() -> None:
    archive, array = BytesIO(), BytesIO()
    np.save(array, np.arange(3))
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("document.json", '{"format": {"file": "x.npy"}, "version": 1}')
        written.writestr("x.npy", array.getvalue())
    with pytest.raises(FileError, match="not a klscope document"):
        from_bytes(archive.getvalue(), "a")


@pytest.mark.parametrize("path", sorted(VERSIONS.iterdir()), ids=lambda path: path.name)
def test_files_of_every_version_are_read(path) -> None:
    document = read_document(str(path))
    assert document.properties.title == "Kept"
    assert document.pins.all[0].name == "가"
    assert document.comparison.origin is not None
    assert document.view.unit is Unit.NAT


def test_a_file_of_the_present_version_is_kept() -> None:
    assert {path.stem for path in VERSIONS.iterdir()} >= {f"version-{VERSION}", f"version-{VERSION}-large"}


def test_a_document_is_written_whole_or_not_at_all(tmp_path) -> None:
    path = tmp_path / "a.klscope"
    write_document(Document(WEATHER), str(path))
    before = path.read_bytes()
    with pytest.raises(FileError):
        write_document(Document(WEATHER), str(tmp_path))
    path.chmod(0o400)
    assert same(read_document(str(path)), Document(WEATHER))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_equal_labels_are_shared() -> None:
    comparison = large(6_000, 1)
    read = again(Document(comparison, pins=Pins().add(comparison)))
    assert read.pins.all[0].comparison.labels == read.comparison.labels
    assert isinstance(read.comparison.labels, Labels)


def test_what_modifies_a_document() -> None:
    document = Document(WEATHER, properties=Properties("a"))
    assert not document.differs_from(replace(document, view=ViewState(unit=Unit.NAT)))
    assert document.differs_from(replace(document, properties=Properties("b")))
    assert document.differs_from(replace(document, properties=Properties("a", "notes")))
    assert document.differs_from(replace(document, pins=Pins().add(WEATHER)))
    assert document.differs_from(replace(document, comparison=SetLock(Side.P, (0,), True).apply(WEATHER)))
