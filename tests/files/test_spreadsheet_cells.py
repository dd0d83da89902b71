"""Labels that a spreadsheet would run. The oracle: what is read back is what was made harmless."""

from hypothesis import given
from hypothesis import strategies as st

from klscope.files.spreadsheet_cells import harmless, is_harmless, original

LABELS = st.text(st.sampled_from("'=+-@\t\r\n ＝a가"), min_size=1, max_size=5)


@given(LABELS)
def test_the_label_comes_back_and_begins_no_formula(label: str) -> None:
    written = harmless(label)
    assert written[0] not in "=+-@\t\r\n＝＋－＠"
    assert original(written) == label


@given(st.lists(LABELS, min_size=1, max_size=5))
def test_labels_with_an_apostrophe_in_front_are_known_and_stay_different(labels: list[str]) -> None:
    written = [harmless(label) for label in labels]
    assert is_harmless(written) is (written != labels)
    assert len(set(written)) == len(set(labels))


def test_labels_of_others_are_not_taken_for_it() -> None:
    assert not is_harmless(["it's", "a", "b"])
    assert not is_harmless(["'-", "-"])  # one begins like a formula: nobody has made these harmless
