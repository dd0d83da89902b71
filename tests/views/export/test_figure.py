"""The figure says what the window says, on a page of its own: nothing cut off, nothing that only a hand needs."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from klscope.files import examples
from klscope.model.comparison import Comparison, Side
from klscope.model.snapshot import Snapshot
from klscope.model.store import Store
from klscope.model.views import ViewMode
from klscope.theory.units import Unit
from klscope.views import fonts
from klscope.views.export.figure import ChartCard, Figure, StillBarChart, at_rest
from klscope.views.readouts.identity_bar import BAR_HEIGHT, BAR_TOP, IdentityBar
from klscope.views.terms.terms_chart import TermsChart
from klscope.views.theme import DARK, LIGHT
from klscope.views.widgets.paragraph import Paragraph

pytestmark = pytest.mark.usefixtures("_typeface")

LONG_NAMES = [f"a name of thirty characters {place:02}" for place in range(6)]
PAIRS = {
    "two": (["heads", "tails"], [1, 3], [3, 1]),
    "long names": (LONG_NAMES, [3, 1, 4, 1, 5, 9], [2, 7, 1, 8, 2, 8]),
    "a long name without a word": ([*LONG_NAMES[:5], "x" * 60], [3, 1, 4, 1, 5, 9], [2, 7, 1, 8, 2, 0]),
    "very unlike": (["a", "b"], [1, 1e-300], [1e-300, 1]),
    "hardly unlike": (["a", "b"], [0.5, 0.5], [0.5000000001, 0.4999999999]),
    "alike": (["a", "b"], [1, 1], [1, 1]),
}
NAMES = [*examples.names(), *PAIRS]
WITH_EVERY_MODE = {"weather", "long names", "very unlike"}


@pytest.fixture(scope="module")
def _typeface(qapp) -> Iterator[None]:
    fonts.load()
    before = qapp.font()
    qapp.setFont(fonts.font(13))
    yield
    qapp.setFont(before)


def store_of(name: str) -> Store:
    if name in PAIRS:
        return Store(Comparison.from_weights(*PAIRS[name]))
    return Store(examples.load(name).comparison)


def snapshot_of(name: str, mode: ViewMode = ViewMode.KL_DIVERGENCE, unit: Unit = Unit.BIT) -> Snapshot:
    store = store_of(name)
    store.set_mode(mode)
    store.set_unit(unit)
    return store.snapshot


def painted(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    widget.render(image)
    return image


def lay_out(widget: QWidget) -> None:
    """Lay out a widget that is not shown, as `painted` does, but paint next to nothing of it."""
    widget.render(QImage(1, 1, QImage.Format.Format_ARGB32), QPoint(), QRegion(0, 0, 1, 1))


def colours(image: QImage, place: QRect) -> set[str]:
    plain = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{value & 0xFFFFFF:06x}" for value in np.unique(np.frombuffer(plain.constBits(), np.uint32)).tolist()}


@pytest.mark.parametrize("place", range(len(NAMES)), ids=NAMES)
def test_no_word_and_no_number_is_cut_off(place: int) -> None:
    name, modes = NAMES[place], list(ViewMode)
    for mode in modes if name in WITH_EVERY_MODE else (modes[place % len(modes)], modes[(place + 3) % len(modes)]):
        figure = Figure(snapshot_of(name, mode, Unit.HARTLEY), LIGHT, bare=False)  # the longest of the units' names
        lay_out(figure)
        labels = [label for label in figure.findChildren(QLabel) if label.isVisibleTo(figure)]
        assert len(labels) >= 18
        for label in labels:
            assert label.width() >= label.sizeHint().width(), label.text()
            place = QRect(label.mapTo(figure, QPoint()), label.size())
            assert figure.rect().contains(place), label.text()
        assert figure.size().toTuple() == (1280, 720)


@pytest.mark.parametrize("name", NAMES)
def test_the_sentence_has_room(name: str) -> None:
    """What is painted with the height there is, is what would be painted with any."""
    figure = Figure(snapshot_of(name), LIGHT, bare=True)
    painted(figure)
    (paragraph,) = figure.findChildren(Paragraph)
    paragraph.setParent(None)
    there = painted(paragraph)
    paragraph.resize(paragraph.width(), paragraph.height() + 100)
    ample = painted(paragraph)
    assert ample.copy(there.rect()) == there
    assert len(colours(ample, ample.rect())) > 2
    assert len(colours(ample, QRect(0, there.height(), there.width(), 100))) == 1


def test_it_shows_the_numbers_of_the_state() -> None:
    figure = Figure(snapshot_of("weather"), LIGHT, bare=True)
    texts = [label.text() for label in figure.findChildren(QLabel)]
    assert {"1.7500", "2.3750", "0.6250", "+1.000 − 0.375 = 0.625 bits"} <= set(texts)
    figure = Figure(snapshot_of("weather", unit=Unit.NAT), LIGHT, bare=True)
    nats = [label.text() for label in figure.findChildren(QLabel)]
    assert {"1.2130", "nats"} <= set(nats)  # 1.75 · ln 2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_locks_selection_and_drags_are_not_in_it(theme) -> None:
    store = store_of("weather")
    before = painted(Figure(store.snapshot, theme, bare=False))
    comparison = store.comparison
    locked = replace(comparison, p_locks=np.array([True, False, False, True]))
    held = replace(
        store.snapshot,
        comparison=locked,
        view=replace(store.snapshot.view, selected=(1, 2)),
        in_gesture=True,
        axes_frozen=True,
    )
    assert painted(Figure(held, theme, bare=False)) == before


def test_a_chart_alone_keeps_its_locks() -> None:
    """It is as on the screen, where the padlocks say why a bar stays."""
    store = store_of("weather")
    locked = replace(
        store.snapshot, comparison=replace(store.comparison, p_locks=np.array([True, False, False, False]))
    )

    def chart(snapshot: Snapshot) -> QImage:
        card = ChartCard(Side.P, at_rest(snapshot), LIGHT, False, StillBarChart)
        card.setFixedSize(780, 260)
        return painted(card)

    assert chart(locked) != chart(store.snapshot)


def test_a_saving_in_the_cross_entropy_stays_on_the_page() -> None:
    """Of P = (0.37, 0.063 …), Q = (0.6, 0.04 …) 0.37 · log₂ 1/0.37 = 0.531 is tallest, hatched from 0.273."""
    store = Store(Comparison.from_weights(None, [0.37] + [0.063] * 10, [0.6] + [0.04] * 10))
    store.set_mode(ViewMode.CROSS_ENTROPY)
    card = ChartCard(None, store.snapshot, LIGHT, False, StillBarChart)
    card.setFixedSize(780, 260)
    image = painted(card)
    assert isinstance(card.chart, TermsChart)
    assert card.chart.shown_range().high == pytest.approx(0.5307, abs=1e-4)
    ink = QColor(LIGHT.ink).name()
    end = card.chart.viewport().mapTo(card, card.chart.bar_top(0))
    foot = card.chart.viewport().mapTo(card, card.chart.bar_base(0))
    bar = QRect(QPoint(end.x() - 18, foot.y() - 130), QPoint(end.x() + 18, foot.y()))
    hatched = [y for y in range(bar.top(), bar.bottom()) if image.pixelColor(bar.left(), y).green() > 150]
    assert end.y() - min(hatched) > 40
    number = QRect(QPoint(bar.left(), 0), QPoint(bar.right(), min(hatched) - 1))
    assert ink in colours(image, number)  # the number stands above the hatch
    assert ink not in colours(image, QRect(QPoint(bar.left(), min(hatched) + 2), bar.bottomRight()))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_mark_of_a_uniform_guess_goes_around_a_number(theme) -> None:
    """Of weather it stands at 2 bits, amid the 0.625 that is written from 1.75 to 2.375."""
    bar = IdentityBar(theme)
    bar.setFixedWidth(240)
    bar.show_snapshot(snapshot_of("weather"))
    image = painted(bar)
    x = round(2.0 / bar.full_scale * 239)
    middle = round(BAR_TOP + BAR_HEIGHT / 2)
    mark = QColor(theme.quiet).name()
    assert mark in colours(image, QRect(x - 1, round(BAR_TOP) - 6, 3, 6))
    assert mark not in colours(image, QRect(x - 1, middle - 5, 3, 10))


@pytest.mark.parametrize("mode", ViewMode)
def test_there_is_no_button_on_it(mode: ViewMode) -> None:
    figure = Figure(snapshot_of("weather", mode), LIGHT, bare=True)
    painted(figure)
    assert [button.text() for button in figure.findChildren(QAbstractButton) if button.isVisibleTo(figure)] == []
