"""What has the page's colour is cut out of what lies below: oracle is the area that is left, by hand."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from klscope.views.export.vectors.cut import cut_out
from klscope.views.export.vectors.primitives import Drawing, Fill, Image, Line, Primitive


def box(*sides: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(*sides))
    return path


def area(path: QPainterPath) -> int:
    """Return how many of 100 × 100 whole pixels a path fills; all edges here lie between pixels."""
    sheet = QImage(100, 100, QImage.Format.Format_ARGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.fillPath(path, QColor("black"))
    painter.end()
    return sum(sheet.pixelColor(x, y) == QColor("black") for x in range(100) for y in range(100))


def cut(*pairs: tuple[Primitive, Primitive]) -> tuple[Primitive, ...]:
    bright, dark = (Drawing(100, 100, tuple(pair[page] for pair in pairs)) for page in (0, 1))
    return cut_out(bright, dark).primitives


def same(primitive: Primitive) -> tuple[Primitive, Primitive]:
    return primitive, primitive


def of_page(path: QPainterPath) -> tuple[Primitive, Primitive]:
    return Fill(path, QColor("white")), Fill(path, QColor("black"))


BAR = Fill(box(0, 0, 10, 50), QColor("#0064A0"))


def test_a_gap_parts_a_bar_and_is_gone_itself() -> None:
    (rest,) = cut(same(BAR), of_page(box(-5, 20, 30, 4)))
    assert isinstance(rest, Fill)
    assert rest.colour == BAR.colour
    assert area(rest.path) == 10 * 50 - 10 * 4
    assert not rest.path.contains(QRectF(2, 21, 2, 2))


def test_what_comes_later_lies_over_the_gap() -> None:
    dash = Fill(box(0, 21, 5, 2), QColor("#8A5A00"))
    rest, kept = cut(same(BAR), of_page(box(-5, 20, 30, 4)), same(dash))
    assert kept is dash
    assert isinstance(rest, Fill)
    assert area(rest.path) == 460


def test_a_bar_all_of_which_is_covered_is_gone() -> None:
    assert cut(same(BAR), of_page(box(-1, -1, 20, 60))) == ()


def test_what_is_elsewhere_stays_the_very_same() -> None:
    far = Fill(box(60, 60, 5, 5), QColor("red"))
    assert cut(same(far), of_page(box(0, 0, 10, 10))) == (far,)


def test_a_halo_along_a_line_is_a_hole_and_so_is_each_of_many() -> None:
    lines = []
    for y in (10.0, 20.0, 30.0):
        path = QPainterPath(QPointF(-5.0, y))
        path.lineTo(30.0, y)
        lines.append((Line(path, QPen(QColor("white"), 4.0)), Line(path, QPen(QColor("black"), 4.0))))
    (rest,) = cut(same(BAR), *lines)
    assert isinstance(rest, Fill)
    assert area(rest.path) == 500 - 3 * 40


def test_a_line_that_is_cut_becomes_the_area_that_is_left() -> None:
    path = QPainterPath(QPointF(0.0, 10.0))
    path.lineTo(40.0, 10.0)
    pen = QPen(QColor("red"), 2.0)
    pen.setCapStyle(pen.capStyle().FlatCap)
    (rest,) = cut(same(Line(path, pen)), of_page(box(10, 0, 10, 50)))
    assert isinstance(rest, Fill)
    assert area(rest.path) == 30 * 2


def test_a_colour_mixed_with_the_page_lets_it_through_by_as_much() -> None:
    """Half of #400000 over white is #A08080, over black #200000: 255 · ½ + 64 · ½ and 64 · ½."""
    mixed = Fill(box(0, 0, 5, 5), QColor(160, 128, 128)), Fill(box(0, 0, 5, 5), QColor(32, 0, 0))
    (rest,) = cut(mixed)
    assert isinstance(rest, Fill)
    assert abs(rest.colour.alpha() - 127) <= 1
    assert abs(rest.colour.red() - 64) <= 1
    assert rest.colour.green() == rest.colour.blue() == 0


def test_a_veil_of_the_page_that_hides_most_is_a_hole_and_a_thin_one_is_nothing() -> None:
    def veil(alpha: float) -> tuple[Primitive, Primitive]:
        bright, dark = QColor("white"), QColor("black")
        bright.setAlphaF(alpha)
        dark.setAlphaF(alpha)
        return Fill(box(0, 0, 10, 10), bright), Fill(box(0, 0, 10, 10), dark)

    (rest,) = cut(same(BAR), veil(0.8))
    assert isinstance(rest, Fill)
    assert area(rest.path) == 400
    assert cut(same(BAR), veil(0.2)) == (BAR,)


def test_an_image_is_seen_through_and_open_where_something_was_cut_out() -> None:
    pages = []
    for colour in ("white", "black"):
        image = QImage(2, 1, QImage.Format.Format_ARGB32)
        image.fill(QColor(colour))
        image.setPixelColor(1, 0, QColor("#7A1848"))
        pages.append(Image(image, QRectF(0, 0, 20, 10)))
    (rest,) = cut((pages[0], pages[1]), of_page(box(0, 0, 5, 10)))
    assert isinstance(rest, Image)
    assert rest.place == QRectF(0, 0, 20, 10)
    across, down = rest.image.width() // 20, rest.image.height() // 2
    colours = [rest.image.pixelColor(x * across, down) for x in (2, 7, 15)]
    assert [colour.alpha() for colour in colours] == [0, 0, 255]
    assert colours[2] == QColor("#7A1848")
    (rest,) = cut((pages[0], pages[1]), of_page(box(15, 0, 5, 10)))
    assert isinstance(rest, Image)
    assert [rest.image.pixelColor(x * across, down).alpha() for x in (12, 17)] == [255, 0]
