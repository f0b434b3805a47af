"""The work that a text makes grows with its length, whatever it is made of."""

from __future__ import annotations

import sys
from itertools import islice, pairwise, product
from string import ascii_lowercase
from types import FrameType
from typing import Self

import pytest

from corpus.claims import find_claims
from corpus.claims.finder import Attribution
from corpus.claims.learned.doubles import without_doubles
from corpus.claims.places import Places
from tests.corpus.claims.marked import SaidFinder

NAMES = [
    "".join(letters).capitalize() for letters in islice(product(ascii_lowercase, repeat=3), 900)
]
PAIRS = [f"{first} {last}" for first, last in pairwise(NAMES)]

HOSTILE = {
    "one verb again and again": ["said "] * 600,
    "speakers and verbs": ["Aa said "] * 400,
    "relative clauses": ["who said "] * 300,
    "names with relative clauses": ["Ana Lee, who said so, "] * 300,
    "coordinated verbs": ["Lee denied that it rained and said so, "] * 200,
    "new ministers in one paragraph": [f"Minister {name} said so. " for name in NAMES[:300]],
    "an office that none of many holds": [
        f"Ports Minister {name} said so. The health minister said no. " for name in NAMES[:300]
    ],
    "descriptions of new people": [
        f"{name} said so. The striker said no. A striker fell. The Dane said so. "
        for name in PAIRS[:200]
    ],
    "media called again": [f"{name} Times said so. The paper said no. " for name in NAMES[:300]],
    "reports of what others say": ["Vik said it fell, the Gazette said. "] * 300,
    "new people, one a line": [f"{name} said so.\n" for name in PAIRS[:300]],
    "new organisations": [
        f"{name} Ministry said so. The ministry said no.\n" for name in PAIRS[:300]
    ],
    "acronyms": [f"{name} Board ({name[:3].upper()}) said so.\n" for name in PAIRS[:300]],
    "announced quotations": ["He said:\n“It is so.”\n"] * 300,
    "quotations left open": ["“It is so.\n"] * 600 + ["“It was,” said Pratt."],
    "quotations that go on": ["He said “it is so.\n" + "“It is so.\n" * 200] * 2,
    "quotations beside each other": ["He said “it is so.” " + "“It is so.” " * 200] * 2,
    "a transcript": [f"{name}: he said so\n" for name in NAMES[:150] * 2],
    "signed quotations": ["“It is so,” he said.\n“It was.”\n— Ana Ruiz\n"] * 200,
    "reports of reports": ["Reuters said x, citing two pilots, "] * 300,
    "passive reports": ["Ana was quoted by x as saying y, he said "] * 200,
    "figures": ["It put the toll at 5 and "] * 400,
    "nested": ["A said that "] * 400,
}


class Counter:
    """Count the calls of functions, Python's and C's, while it is entered."""

    calls = 0

    def __enter__(self) -> Self:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, _frame: FrameType, event: str, _argument: object) -> None:
        self.calls += event in ("call", "c_call")


def calls_for(text: str) -> int:
    find_claims(text, SaidFinder())  # whatever is done only once
    with Counter() as counter:
        find_claims(text, SaidFinder())
    return counter.calls


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_twice_as_long_makes_about_twice_the_work(name: str) -> None:
    pieces = HOSTILE[name]
    half = "".join(pieces[len(pieces) // 2 :])
    assert calls_for("".join(pieces)) < 3 * calls_for(half)


def test_doubles_are_looked_for_nearby() -> None:
    def found(number: int) -> list[Attribution]:
        starts = range(0, 300 * number, 300)
        return [
            Attribution(((s, s + 9),), ((s + 10, s + 14),), ((s + 15, s + 90),)) for s in starts
        ]

    calls = []
    for number in (200, 400):
        with Counter() as counter:
            assert without_doubles(found(number)) == found(number)
        calls.append(counter.calls)
    assert calls[1] < 3 * calls[0]


def test_places_know_what_touches_them_and_what_they_hold() -> None:
    places = Places([(10, 20), (0, 5), (15, 30), (12, 13)])
    assert [places.touch(span) for span in ((5, 10), (4, 6), (29, 40), (30, 40))] == [
        False,
        True,
        True,
        False,
    ]
    assert [places.hold(span) for span in ((0, 5), (11, 29), (9, 12), (3, 12), (30, 31))] == [
        True,
        True,
        False,
        False,
        False,
    ]
