"""How often a contradiction shown is one, and how many are shown, on three sets of our own.

Each set was written before the rules had seen it. Then the rules found, with precision and recall:
`first` 30 of 30 and 30 of 36 (the rules before), `second` 8 of 12 and 8 of 16, `third` 13 of 14 and
13 of 14. What they miss and what they get wrong since then is left in the sets.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.answering.disagreement import disagreements
from corpus.claims import Claim, Stance, find_claims
from corpus.claims.claim import Spans

SETS = sorted((Path(__file__).parent / "contradictions").glob("*.txt"))
MARKED = re.compile(r"\[([^|\[\]]+)\|([^|\[\]]+)\|([^|\[\]]+)\]")

LEAST_PRECISION = 0.9
LEAST_RECALL = 0.8


class Example(NamedTuple):
    text: str
    claims: list[Claim]
    contradict: set[tuple[int, ...]]


class Counts(NamedTuple):
    right: int
    shown: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.shown

    @property
    def recall(self) -> float:
        return self.right / self.there


def examples(path: Path) -> Iterator[Example]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    for marked, pairs in zip(lines[::2], lines[1::2], strict=True):
        numbers = [] if pairs == "-" else [pair.split("-") for pair in pairs.split()]
        text, claims = unmarked(marked)
        yield Example(text, claims, {tuple(int(n) - 1 for n in pair) for pair in numbers})


def unmarked(marked: str) -> tuple[str, list[Claim]]:
    """Take the marks out of a text and give it with its claims."""
    text, claims, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        claims.append(claim(match, text))
        text += match[3]
        at = match.end()
    return text + marked[at:], claims


def claim(match: re.Match[str], before: str) -> Claim:
    source, stance, content = match.groups()
    span = (len(before), len(before) + len(content))
    cue = before.rstrip().removesuffix(" that").split()[-1:]
    stance_words = tuple(cue) if stance in ("denies", "doubts") else ()
    return Claim(
        content=content,
        source=source,
        role=None,
        relays=(),
        cue="said",
        stance=Stance(stance),
        quoted=False,
        spans=Spans((), (), (span,)),
        stance_words=stance_words,
    )


def marked_like(found: Claim, marked: list[Claim]) -> int:
    """Give the number of the marked claim that shares most characters with the one found."""
    shared = [
        sum(
            max(0, min(end, last) - max(start, first))
            for start, end in found.spans.content
            for first, last in own.spans.content
        )
        for own in marked
    ]
    return shared.index(max(shared)) if any(shared) else -1


def count(path: Path, *, find: bool) -> Counts:
    right = shown = there = 0
    for example in examples(path):
        claims = find_claims(example.text) if find else example.claims
        pairs = {
            tuple(sorted(marked_like(side, example.claims) for side in pair))
            for pair in disagreements([claims])
        }
        right += len(pairs & example.contradict)
        shown += len(pairs)
        there += len(example.contradict)
    return Counts(right, shown, there)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("find", [False, True], ids=["claims as marked", "claims as found"])
def test_nine_of_ten_contradictions_shown_are_contradictions(path: Path, *, find: bool) -> None:
    counts = count(path, find=find)
    assert counts.precision >= LEAST_PRECISION
    assert counts.recall >= LEAST_RECALL


def test_the_sets_are_large_enough_to_tell() -> None:
    assert len(SETS) == 3
    assert sum(1 for path in SETS for _ in examples(path)) > 120
