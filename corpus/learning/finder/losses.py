"""What the network is taught: the losses of both passes."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from corpus.learning.finder.annotated import IGNORED
from corpus.learning.finder.batches import FinderBatch

HEADS = ("outside", "cue begins", "cue goes on", "claim", "source begins", "source ends",
         "content", "content begins", "content ends")  # fmt: skip
"""What each output of a piece means, in order; the first three are one choice, pass 1's."""

CUE_WEIGHT, SOURCE_WEIGHT, BORDER_WEIGHT = 0.5, 0.5, 0.5
CONTENT_WEIGHT = 10.0
"""The weights make the losses about equally large once the network has learnt something."""

NEVER = -1e4
"""A logit for what cannot be."""


def loss_of(logits: Tensor, batch: FinderBatch) -> Tensor:
    """Add up the losses; `logits` is (rows, pieces, heads), in the order of HEADS.

    Each is a mean over the rows it is about. Over a row's pieces it is a sum, so that the few
    borders weigh as much as the many pieces between them; only content tags are averaged.
    """
    unmarked = (~batch.marked).sum().clamp(min=1)
    marked = batch.marked.sum().clamp(min=1)
    claims = (batch.marked & (batch.claims > 0)).sum().clamp(min=1)
    total = CUE_WEIGHT * _cue_loss(logits, batch) / unmarked
    total = total + _claim_loss(logits, batch) / marked
    total = total + SOURCE_WEIGHT * _source_loss(logits, batch) / claims
    if not (batch.content_tags != IGNORED).any():
        return total
    inside, borders = _content_losses(logits, batch)
    return total + CONTENT_WEIGHT * inside.mean() + BORDER_WEIGHT * borders.sum() / claims


def _cue_loss(logits: Tensor, batch: FinderBatch) -> Tensor:
    return functional.cross_entropy(
        logits[..., :3].flatten(0, 1),
        batch.cue_tags.flatten(),
        ignore_index=IGNORED,
        reduction="sum",
    )


def _claim_loss(logits: Tensor, batch: FinderBatch) -> Tensor:
    return functional.binary_cross_entropy_with_logits(
        logits[:, 0, 3], batch.claims, weight=batch.marked.float(), reduction="sum"
    )


def _source_loss(logits: Tensor, batch: FinderBatch) -> Tensor:
    """Choose the first and the last piece among all that are neither padding nor the cue."""
    never = (batch.attended == 0) | (batch.segments == 1)
    ends = logits[..., 4:6].masked_fill(never[..., None], NEVER)
    return functional.cross_entropy(ends, batch.sources, ignore_index=IGNORED, reduction="sum")


def _content_losses(logits: Tensor, batch: FinderBatch) -> tuple[Tensor, Tensor]:
    """Return each counted piece's loss for being content, and for being content's first or last."""
    inside = (batch.content_tags == 1).float()
    before = functional.pad(inside, (1, 0))[:, :-1]
    after = functional.pad(inside, (0, 1))[:, 1:]
    targets = torch.stack([inside, inside * (1 - before), inside * (1 - after)], dim=-1)
    counted = batch.content_tags != IGNORED
    losses = functional.binary_cross_entropy_with_logits(
        logits[..., 6:9][counted], targets[counted], reduction="none"
    )
    return losses[:, 0], losses[:, 1:]
