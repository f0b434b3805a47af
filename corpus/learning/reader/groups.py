"""A question with one passage that answers and some that do not, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from torch import Tensor

from corpus.answering.reader.rows import Row, rows_of
from corpus.encoder import Tokenizer
from corpus.learning.encoder.batching import batches
from corpus.learning.reader.examples import TrainingPassage, TrainingQuestion

WRONG = 4
"""Passages that do not answer beside one that does, half of them of the same article."""

UNANSWERABLE = 0.25
"""Share of the questions without an answer that are learnt from in each epoch."""

CARELESS = 0.15
"""Share of the questions written in lower case and without a question mark."""

POOL = 256
"""Questions that are sorted by length together before they are cut into batches."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The rows of one question; the first one answers if `answerable`.

    `answer` are the first and last piece of the answer in the first row, (0, 0) for none.
    `marked` tells whether the data says which words answer.
    """

    rows: list[Row]
    answer: tuple[int, int]
    answerable: bool
    marked: bool

    @property
    def longest(self) -> int:
        """The pieces of the longest row."""
        return max(len(row.ids) for row in self.rows)


@dataclass(frozen=True, slots=True, eq=False)
class ReaderBatch:
    """Groups below one another; `ids`, `segments` and `attended` are (rows, pieces)."""

    ids: Tensor
    segments: Tensor
    attended: Tensor
    groups: Sequence[Group]


def groups_of(
    asked: Iterable[TrainingQuestion], tokenizer: Tokenizer, random: Random
) -> Iterator[Group]:
    """Draw the passages of one epoch, and write some questions as careless people do."""
    for each in asked:
        if not each.right and (not each.wrong_own or random.random() > UNANSWERABLE):
            continue
        careless = random.random() < CARELESS
        question = each.question.lower().rstrip("?. ") if careless else each.question
        passages = list(_drawn(each, random)) if each.right else [each.wrong_own[0]]
        rows = rows_of(tokenizer, question, [passage.text for passage in passages])
        answer = _pieces(rows[0], passages[0])
        marked = not each.right or passages[0].answer is not None
        yield Group(rows, answer, answerable=bool(each.right), marked=marked)


def _drawn(asked: TrainingQuestion, random: Random) -> Iterator[TrainingPassage]:
    yield random.choice(asked.right)
    from_own = min(len(asked.wrong_own), WRONG // 2 if asked.wrong_others else WRONG)
    yield from random.sample(asked.wrong_own, from_own)
    yield from random.sample(asked.wrong_others, min(len(asked.wrong_others), WRONG - from_own))


def _pieces(row: Row, passage: TrainingPassage) -> tuple[int, int]:
    """Return the first and last piece that share a character with the answer."""
    if not passage.answer:
        return 0, 0
    start, end = passage.answer
    touched = ((row.places[:, 0] < end) & (row.places[:, 1] > start)).nonzero()[0]
    return (row.first + int(touched[0]), row.first + int(touched[-1])) if len(touched) else (0, 0)


def batches_of(groups: Sequence[Group], random: Random) -> list[ReaderBatch]:
    """Shuffle, then put groups of like length together."""
    cut = batches(
        groups,
        random,
        pool=POOL,
        longest=lambda group: group.longest,
        rows=lambda group: len(group.rows),
    )
    return [_collated(together) for together in cut]


def _collated(groups: Sequence[Group]) -> ReaderBatch:
    """Pad the rows to the longest with 0."""
    rows = [row for group in groups for row in group.rows]
    ids = torch.zeros(len(rows), max(group.longest for group in groups), dtype=torch.long)
    segments, attended = torch.zeros_like(ids), torch.zeros_like(ids)
    for number, row in enumerate(rows):
        length = len(row.ids)
        ids[number, :length] = torch.from_numpy(row.ids)
        segments[number, :length] = torch.from_numpy(row.segments)
        attended[number, :length] = 1
    return ReaderBatch(ids, segments, attended, groups)
