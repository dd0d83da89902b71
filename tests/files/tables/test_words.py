"""Sentences about what was pasted. Oracle: written by hand."""

import pytest

from klscope.files.tables.filling import fill
from klscope.files.tables.mistakes import summary
from klscope.files.tables.places import P
from klscope.files.tables.reading import read_table
from klscope.files.tables.words import of_alternative, of_reading

FOUR = (("a", "b", "c", "d"), ("1",) * 4, ("1",) * 4)


def said(text: str) -> str:
    reading = read_table(text)
    filled = fill(FOUR, 0, P, reading)
    assert filled is not None
    return of_reading(reading, filled)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,204\n310\n95\n12", "Pasted: 4 values of P. 1,204 is read as 1204."),
        ("w\nx\ny\nz", "Pasted: 4 names."),
        ("1,204", "1,204 is read as 1204."),
        ("0.5", ""),
        (
            "d 1\nc 2\nb 3\na 4",
            "Pasted: 4 categories with names and P. The values of Q were put in the same order, by name.",
        ),
        ("2 3 5\n1 1 8", "Pasted: 3 values of P and of Q. Each line is a distribution."),
        (
            "letter,english,german\na,8.2,6.5\n\nb,1.5,1.9",
            "Pasted: 2 categories with names, P and Q. The first line is a heading: letter, english, german. "
            "1 empty line was skipped.",
        ),
        ("P .2 .8\nQ .1 .9", "Pasted: 2 values of P and of Q. Each line is a distribution. The lines are headed P, Q."),
        (
            "category,P,Q,−log₂ P\nx,1,2,3\ny,4,5,6",
            "Pasted: 2 categories with names, P and Q. The first line is a heading: category, P, Q, −log₂ P. "
            "Left out: −log₂ P.",
        ),
    ],
)
def test_how_a_text_was_read(text: str, sentence: str) -> None:
    assert said(text) == sentence


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("1,204\n310\n95\n12", ["Read 1,204 as 1.204"]),
        ("1.204\n310\n95\n12", ["Read 1.204 as 1204"]),
        ("1\t10\n2\t12\n3\t9", ["The names are values"]),
        ("12,5\n37,5\n50,0", ["Commas part the values"]),
        ("1,204,310", ["Each line is one number"]),
        ("2 3\n4 5", ["Lines are P and Q", "The first values are names"]),
        ("region,2019,2020\nnorth,12,15\nsouth,4,5", ["The first line is a category"]),
    ],
)
def test_how_else_it_could_be_read(text: str, offers: list[str]) -> None:
    assert [of_alternative(other) for other in read_table(text).alternatives] == offers


def test_the_first_mistake_is_told_and_the_others_counted() -> None:
    assert summary(read_table("a,1\nb,x\nc,-2\nd,2").mistakes) == (
        "Line 2, cell 2: 'x' is not a number; write a number from 0 up, such as 0.25, 1/4, 25% or 2e-4. 1 mistake more."
    )
