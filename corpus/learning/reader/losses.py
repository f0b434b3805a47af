"""What the reader is taught: which passage answers, and with which words."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from corpus.answering.reader.reader import OUTPUTS
from corpus.learning.reader.groups import ReaderBatch

ALONE_WEIGHT, ANSWER_WEIGHT = 0.5, 0.7
"""The weights beside the choice among a question's passages, which counts 1."""

NOTHING_WEIGHT = 0.35
"""The weight of a row without an answer beside one with it: there are four times as many."""

NEVER = -1e4
"""A logit for what cannot be."""


def loss_of(logits: Tensor, batch: ReaderBatch) -> Tensor:
    """Add up the losses; `logits` is (rows, pieces, outputs), in the order of `OUTPUTS`.

    Three things are learnt: the passage that answers among a question's (a softmax over them), each
    passage alone (so that scores of different questions compare), and the answer's ends.
    """
    relevance = logits[:, 0, OUTPUTS.index("answers")]
    return (
        _choice_loss(relevance, batch)
        + ALONE_WEIGHT * _alone_loss(relevance, batch)
        + ANSWER_WEIGHT * _answer_loss(logits[..., 1:], batch)
    )


def _choice_loss(relevance: Tensor, batch: ReaderBatch) -> Tensor:
    shares = relevance.split([len(group.rows) for group in batch.groups])
    losses = [
        -functional.log_softmax(own, dim=0)[0]
        for own, group in zip(shares, batch.groups, strict=True)
        if group.answerable
    ]
    return torch.stack(losses).mean() if losses else relevance.sum() * 0


def _alone_loss(relevance: Tensor, batch: ReaderBatch) -> Tensor:
    """Questions made to look answerable teach nothing here: their passages are about them."""
    targets, weights = [], []
    for group in batch.groups:
        others = len(group.rows) - 1
        targets += [1.0] + [0.0] * others
        weights += [float(group.answerable)] + [1.0] * others
    counted = torch.tensor(weights)
    losses = functional.binary_cross_entropy_with_logits(
        relevance, torch.tensor(targets), weight=counted, reduction="sum"
    )
    return losses / counted.sum().clamp(min=1)


def _answer_loss(ends: Tensor, batch: ReaderBatch) -> Tensor:
    """Choose the first and the last piece among the passage's, or the row's first for none."""
    allowed = batch.segments.clone()
    allowed[:, 0] = 1
    ends = ends.masked_fill((allowed == 0)[..., None], NEVER)
    targets, weights = [], []
    for group in batch.groups:
        others = len(group.rows) - 1
        first = NOTHING_WEIGHT if group.answer == (0, 0) else 1.0
        targets += [group.answer] + [(0, 0)] * others
        weights += [first * group.marked] + [NOTHING_WEIGHT * group.marked] * others
    counted = torch.tensor(weights)
    losses = functional.cross_entropy(ends, torch.tensor(targets), reduction="none").sum(dim=1)
    rows = sum(len(group.rows) for group in batch.groups if group.marked)
    return (losses * counted).sum() / max(rows, 1)
