"""Examples side by side, as the network takes them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from corpus.learning.encoder.batching import batches
from corpus.learning.finder.annotated import IGNORED, Example

POOL = 1024
"""Examples that are sorted by length together before they are cut into batches."""


@dataclass(frozen=True, slots=True)
class FinderBatch:
    """Examples one row each, padded with 0; targets are IGNORED where a row teaches nothing.

    `sources` has two columns, the first and the last piece. `marked` tells pass 2's rows from
    pass 1's. All but `sources`, `claims` and `marked` are (rows, pieces).
    """

    ids: Tensor
    segments: Tensor
    attended: Tensor
    cue_tags: Tensor
    content_tags: Tensor
    sources: Tensor
    claims: Tensor
    marked: Tensor


def collate(chosen: Sequence[Example]) -> FinderBatch:
    """Put examples of both passes side by side."""
    rows, longest = len(chosen), max(len(example.window) for example in chosen)
    ids = torch.zeros(rows, longest, dtype=torch.long)
    segments, attended = torch.zeros_like(ids), torch.zeros_like(ids)
    cue_tags, content_tags = torch.full_like(ids, IGNORED), torch.full_like(ids, IGNORED)
    sources = torch.full((rows, 2), IGNORED)
    for row, example in enumerate(chosen):
        length = len(example.window)
        ids[row, :length] = torch.from_numpy(example.window.ids)
        attended[row, :length] = 1
        if example.cue is None:
            cue_tags[row, :length] = torch.from_numpy(example.tags)
            continue
        segments[row, slice(*example.cue)] = 1
        if example.claim:
            content_tags[row, :length] = torch.from_numpy(example.tags)
            sources[row] = torch.tensor(example.source)
    claims = torch.tensor([float(example.claim) for example in chosen])
    marked = torch.tensor([example.cue is not None for example in chosen])
    return FinderBatch(ids, segments, attended, cue_tags, content_tags, sources, claims, marked)


def plan(chosen: Sequence[Example], rng: random.Random) -> list[list[Example]]:
    """Shuffle, then put examples of like length together."""
    return batches(chosen, rng, pool=POOL, longest=lambda example: len(example.window))
