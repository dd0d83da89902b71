"""*More measures* and *Advanced*, with the slider and drags.

Expected numbers: mpmath, from the probabilities as the exact numbers they are.
"""

import mpmath
import pytest
from hands import ALT, Person
from measures_on_screen import BASES, more, written
from orders_oracle import truths
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from klscope.theory.catalogue import named
from klscope.theory.catalogue_row import Scale

UNITS = {"bits": "Bits", "nats": "Nats", "hartleys": "Hartleys"}
NAMES = {
    "Jeffreys (PSI)": "jeffreys_divergence",
    "Bhattacharyya": "bhattacharyya_distance",
    "χ²(P‖Q)": "chi_square_divergence",
    "Rényi(P‖Q)": "renyi_divergence",
    "Tsallis(P‖Q)": "tsallis_divergence",
}
PLAIN = [title for title, name in NAMES.items() if named(name).scale is Scale.NONE]


def open_measures(person: Person):
    panel = person.window.measures
    person.window.tabs.setCurrentWidget(panel)
    QApplication.processEvents()
    return panel


def open_advanced(person: Person):
    """Open *Advanced* with the keyboard."""
    panel = open_measures(person)
    panel.disclosure.setFocus()
    person.keys(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert panel.advanced.isVisible()
    return panel.advanced


def shown(person: Person) -> dict[str, str]:
    labels = person.window.measures.findChildren(QLabel)
    return {label.accessibleName(): label.text() for label in labels if label.accessibleName()}


def expected(person: Person, order: float, unit: str = "bits") -> dict[str, str]:
    """Return what has to stand there."""
    p, q = person.p.tolist(), person.q.tolist()
    there, back = truths(p, q, order), truths(q, p, order)
    with mpmath.workdps(60):
        scale = mpmath.log(BASES[unit])
        texts = {
            title: written(there[name]) if title in PLAIN else f"{written(there[name] / scale)} {unit}"
            for title, name in NAMES.items()
        }
        values = more(p, q, unit)
        n_log = mpmath.log(len(p)) / scale
        texts["√JS(P,Q)"] = f"{written(mpmath.sqrt(values['JS(P,Q)']))} √{unit}"
        texts["efficiency of P"] = written(more(q, p, unit)["H(Q)"] / n_log)
        texts["χ²(Q‖P)"] = written(back["chi_square_divergence"])
    return texts


def assert_shown(person: Person, order: float, unit: str = "bits") -> None:
    texts = shown(person)
    for name, text in expected(person, order, unit).items():
        number, _, rest = texts[name].partition(" ")
        wanted, _, wanted_rest = text.partition(" ")
        values = [float(one.replace("−", "-").replace("∞", "inf")) for one in (number, wanted)]
        assert values[0] == pytest.approx(values[1], rel=1e-3, abs=1.1e-4), name  # two ways to round a half
        assert rest == wanted_rest, name


@pytest.mark.parametrize("unit", UNITS)
def test_the_numbers_are_those_of_mpmath_in_every_unit_and_order(start, unit: str) -> None:
    person: Person = start()
    person.choose(person.window.menus.units, UNITS[unit])
    slider = open_advanced(person).slider
    for position in (0, 5, 10, 20, 100):
        slider.setValue(position)
        assert_shown(person, position / 10, unit)


def test_the_slider_is_moved_with_the_keyboard_and_keeps_its_place(start) -> None:
    person: Person = start()
    advanced = open_advanced(person)
    advanced.slider.setFocus()
    person.keys(Qt.Key.Key_Home, Qt.Key.Key_PageUp, *[Qt.Key.Key_Left] * 5)
    assert person.store.view.measures.alpha == 0.5
    assert_shown(person, 0.5)
    assert person.steps == 0  # nothing to undo
    person.window.tabs.setCurrentIndex(0)
    panel = open_measures(person)
    assert panel.advanced is advanced
    assert advanced.isVisible()
    assert person.store.view.measures.alpha == 0.5


def test_every_event_of_a_drag_is_shown_and_pinsker_holds(start) -> None:
    person: Person = start()
    advanced = open_advanced(person)
    top = person.q_chart.bar_top(0)
    person.on_q.press(top, ALT)
    for lift in (5, 20, 45):
        person.on_q.move(top - QPoint(0, lift))
        assert_shown(person, 2.0)
        left, _, right = advanced.strip.sentence().removesuffix(" nats.").split("here ")[1].partition(" ≤ ")
        assert float(left) <= float(right.replace("−", "-"))
    person.on_q.release()
    assert_shown(person, 2.0)
    person.do("undo")
    assert_shown(person, 2.0)


def test_where_the_model_has_no_word_infinity_is_shown_and_an_order_below_one_is_finite(start) -> None:
    person: Person = start([4, 2, 1, 1], [1, 4, 3, 0])
    advanced = open_advanced(person)
    texts = shown(person)
    assert (texts["Rényi(P‖Q)"], texts["Tsallis(P‖Q)"], texts["χ²(P‖Q)"]) == ("∞ bits", "∞", "∞")
    assert "≤ ∞ nats" in advanced.strip.accessibleDescription()
    advanced.slider.setValue(9)
    assert_shown(person, 0.9)
    assert "∞" not in shown(person)["Rényi(P‖Q)"]


def test_at_a_match_all_divergences_are_zero(start) -> None:
    person: Person = start()
    open_advanced(person)
    person.do("copy_p_to_q")
    texts = shown(person)
    for name in (*NAMES, "χ²(Q‖P)"):
        assert texts[name].split(" ")[0] == "0.0000", name
