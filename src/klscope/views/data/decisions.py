"""What is proposed when data are opened, with examples, which are tested; `decisions_page` shows it."""

from __future__ import annotations

from dataclasses import dataclass

from klscope.files.tables.contents import Question
from klscope.files.tables.options import NumberKind
from klscope.wording import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Decision:
    """A row of the table.

    Attributes
    ----------
    condition
        What the data are like.
    reading
        What is read, or asked.
    example
        The text of one file, or those of P and Q.
    p, q
        The weights that are read in it; empty where it is refused, ``q`` for a uniform Q too.
    kind
        What the numbers of P are; None where it is refused.
    asked
        What is asked; None where nothing is.
    """

    condition: str
    reading: str
    example: tuple[str, ...]
    p: tuple[float, ...] = ()
    q: tuple[float, ...] = ()
    kind: NumberKind | None = NumberKind.COUNTS
    asked: Question | None = None


COLUMNS = (
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "two columns are headed P and Q"),
        QT_TRANSLATE_NOOP("Decisions", "they are P and Q, and others are left out"),
        ("word,n,Q,P\na,7,3,1\nb,8,1,2\n",),
        (1, 2),
        (3, 1),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "one column of numbers"),
        QT_TRANSLATE_NOOP("Decisions", "P; Q is uniform"),
        ("apple,1\npear,3\n",),
        (1, 3),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "two columns of numbers"),
        QT_TRANSLATE_NOOP("Decisions", "the first is P, the second Q"),
        ("fruit,before,after\napple,1,2\npear,3,2\n",),
        (1, 3),
        (2, 2),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "more columns of numbers"),
        QT_TRANSLATE_NOOP("Decisions", "the first two are proposed, and it is asked"),
        ("letter,english,german,french\ne,127,164,147\nn,67,98,71\nt,91,62,72\nx,2,1,4\n",),
        (127, 67, 91, 2),
        (164, 98, 62, 1),
        asked=Question.COLUMNS,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "two lines that begin with P and Q"),
        QT_TRANSLATE_NOOP("Decisions", "they are P and Q"),
        ("x,sun,rain,snow\nP,5,3,2\nQ,1,2,2\n",),
        (5, 3, 2),
        (1, 2, 2),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "no cell of the first line that stands over numbers is a number"),
        QT_TRANSLATE_NOOP("Decisions", "the first line is a heading"),
        ("fruit,weight\napple,3\npear,1\n",),
        (3, 1),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "years stand over the numbers, and a word over the names"),
        QT_TRANSLATE_NOOP("Decisions", "the first line is a heading"),
        ("region,2019,2020\nnorth,3,5\nsouth,1,5\n",),
        (3, 1),
        (5, 5),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "a line with one text and nothing else, above or below the table"),
        QT_TRANSLATE_NOOP("Decisions", "it is skipped, and said"),
        ("Fruit of 2026,,\nfruit,before,after\napple,1,2\npear,3,2\n",),
        (1, 3),
        (2, 2),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "a line with no number for either P or Q"),
        QT_TRANSLATE_NOOP("Decisions", "the category is left out, and said"),
        ("fruit,before,after\napple,1,2\nplum,,\npear,3,2\n",),
        (1, 3),
        (2, 2),
    ),
)
KINDS = (
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "negative numbers whose exponentials sum to 1"),
        QT_TRANSLATE_NOOP("Decisions", "log-probabilities, and it is asked"),
        ("a,-0.6931471805599453\nb,-0.6931471805599453\n",),
        (1, 1),
        kind=NumberKind.LOG_PROBABILITIES,
        asked=Question.NUMBERS,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "other negative numbers"),
        QT_TRANSLATE_NOOP("Decisions", "logits, and it is asked"),
        ("a,-1\nb,-1\n",),
        (1, 1),
        kind=NumberKind.LOGITS,
        asked=Question.NUMBERS,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "the heading has a word such as logit or score; score only if the sum is not 1"),
        QT_TRANSLATE_NOOP("Decisions", "logits, and it is asked"),
        ("token,teacher logits\nyes,2\nno,2\n",),
        (1, 1),
        kind=NumberKind.LOGITS,
        asked=Question.NUMBERS,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "the heading has a word such as logprob"),
        QT_TRANSLATE_NOOP("Decisions", "log-probabilities, and it is asked"),
        ("token,logprob\nyes,0\nno,0\n",),
        (1, 1),
        kind=NumberKind.LOG_PROBABILITIES,
        asked=Question.NUMBERS,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "there are percent signs"),
        QT_TRANSLATE_NOOP("Decisions", "percent"),
        ("a,25 %\nb,50 %\n",),
        (1, 2),
        kind=NumberKind.PERCENT,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "the sum is 1, give or take 0.011"),
        QT_TRANSLATE_NOOP("Decisions", "probabilities"),
        ("a,0.33\nb,0.33\nc,0.33\n",),
        (1, 1, 1),
        kind=NumberKind.PROBABILITIES,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "all are whole numbers"),
        QT_TRANSLATE_NOOP("Decisions", "counts"),
        ("a,12\nb,30\n",),
        (12, 30),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "the sum is 100, give or take 1.1"),
        QT_TRANSLATE_NOOP("Decisions", "percent"),
        ("a,33.4\nb,33.3\nc,33.3\n",),
        (33.4, 33.3, 33.3),
        kind=NumberKind.PERCENT,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "another sum of numbers from 0 up"),
        QT_TRANSLATE_NOOP("Decisions", "probabilities, divided by their sum"),
        ("a,0.5\nb,2.5\n",),
        (1, 5),
        kind=NumberKind.PROBABILITIES,
    ),
)
TEXTS = (
    Decision(
        QT_TRANSLATE_NOOP(
            "Decisions",
            "a comma between digits that can group thousands or begin decimals; a point only between semicolons",
        ),
        QT_TRANSLATE_NOOP("Decisions", "the more likely is proposed, and it is asked"),
        ("e\t1,270\nt\t906\n",),
        (1270, 906),
        asked=Question.DECIMAL,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "no column of numbers"),
        QT_TRANSLATE_NOOP("Decisions", "refused, until the values are said to be samples, which are counted"),
        ("train,test\ncat,dog\ndog,dog\n",),
        kind=None,
        asked=Question.NUMBERS,
    ),
)
NAMES = (
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "a name stands twice"),
        QT_TRANSLATE_NOOP("Decisions", "refused, until equal names are to be added up"),
        ("a,1\nb,2\na,3\n",),
        kind=None,
        asked=Question.DUPLICATES,
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "two files with names"),
        QT_TRANSLATE_NOOP(
            "Decisions",
            "joined by name, in the order of first appearance; a name in one file only is 0 in the other",
        ),
        ("the,6\nof,4\n", "of,1\nthe,2\nto,1\n"),
        (6, 4, 0),
        (2, 1, 1),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "a name that only P has"),
        QT_TRANSLATE_NOOP("Decisions", "KL(P‖Q) is ∞: it is said, and nothing is applied without consent"),
        ("the,6\nof,4\n", "the,2\nto,1\n"),
        (6, 4, 0),
        (2, 0, 1),
    ),
    Decision(
        QT_TRANSLATE_NOOP("Decisions", "two files, one of them without names"),
        QT_TRANSLATE_NOOP("Decisions", "matched by position, and said"),
        ("the,6\nof,4\n", "1\n3\n"),
        (6, 4),
        (1, 3),
    ),
)
