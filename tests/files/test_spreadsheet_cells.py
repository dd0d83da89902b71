"""Labels that a spreadsheet would run. The oracle: what is read back is what was made harmless."""

from hypothesis import given
from hypothesis import strategies as st

from klscope.files.spreadsheet_cells import are_escaped, escaped, unescaped

LABELS = st.text(st.sampled_from("'=+-@\t\r\n ＝a가"), min_size=1, max_size=5)


@given(LABELS)
def test_the_label_comes_back_and_begins_no_formula(label: str) -> None:
    written = escaped(label)
    assert written[0] not in "=+-@\t\r\n＝＋－＠"
    assert unescaped(written) == label


@given(st.lists(LABELS, min_size=1, max_size=5))
def test_labels_with_an_apostrophe_in_front_are_known_and_stay_different(labels: list[str]) -> None:
    written = [escaped(label) for label in labels]
    assert are_escaped(written) is (written != labels)
    assert len(set(written)) == len(set(labels))


def test_labels_of_others_are_not_taken_for_it() -> None:
    assert not are_escaped(["it's", "a", "b"])
    assert not are_escaped(["'-", "-"])  # one begins like a formula: nobody has escaped these
