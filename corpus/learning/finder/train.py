"""Train the claim finder and write what ships: `python -m corpus.learning finder FOLDER`.

Writes `finder.onnx`, `words.npz`, `vocab.txt` and `finder.json` (the judge) into
`corpus/encoder/model`. FOLDER holds annotated articles (see `annotated`). One network learns both passes at once, their rows
mixed in each batch. Cues that pass 1 finds wrongly while it learns become pass 2's examples of "no
claim" in the next epoch. The averaged weights are exported, and the judge is learnt on the month
held out for it. About 8 minutes an epoch on two idle cores.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from corpus.claims.learned.cues import find_cues
from corpus.encoder import MODEL, Tokenizer, load_tokenizer
from corpus.learning.encoder.export import PEAKS_SEEN_IN, export
from corpus.learning.encoder.learner import Learner
from corpus.learning.encoder.network import Encoder, base_folder, load_base
from corpus.learning.finder.annotated import Example, examples, read_folder, split
from corpus.learning.finder.batches import collate, plan
from corpus.learning.finder.judge import learn_judge
from corpus.learning.finder.losses import HEADS, loss_of

SEED = 4
STEPS = 3800
"""Batches learnt from, about four epochs, both cycles together."""

SECOND_FROM = 0.71
"""Share of the steps after which the rates rise once more (Loshchilov and Hutter, 2017)."""

SECOND_RATE, SECOND_WARM_UP = 0.6, 50
"""The second cycle's highest share of the full rate, and the steps in which it is reached."""

SECOND_SHARE = 0.6
"""Share of the second cycle's weights in what ships; the rest is the first cycle's."""

HEADS_RATE = 1e-3
WARM_UP = 200
DECAY_FROM = 0.35
"""Share of the steps after which the rates fall, evenly, to 0."""

FALSE_CUES_FROM = 400
"""The first step whose wrong cues count; before, pass 1 finds cues everywhere."""

FALSE_CUES = 0.5
"""Share of the wrong cues that pass 2 learns to reject; more would only take longer."""

LOG = logging.getLogger(__name__)


class Trainer:
    """The finder's network that learns, in two cycles."""

    def __init__(self, tokenizer: Tokenizer, learnt: Sequence[Example], steps: int) -> None:
        self.learnt = learnt
        self.steps = steps
        self.rng = random.Random(SEED)  # noqa: S311 - order of examples, no secret
        encoder = Encoder(len(HEADS))
        load_base(encoder)
        self.learner = Learner(
            encoder, tokenizer, partial(rate_factor, steps=steps), heads_rate=HEADS_RATE
        )
        self.first_cycle: list[Tensor] = []

    def train(self) -> Encoder:
        """Learn for all the steps; return the averaged network."""
        wrong: list[Example] = []
        while self.learner.step < self.steps:
            wrong = self._epoch([*self.learnt, *wrong])
            LOG.info("step %d: %d wrong cues", self.learner.step, len(wrong))
        averaged = self.learner.averaged
        for mean, earlier in zip(averaged.parameters(), self.first_cycle, strict=True):
            mean.data.lerp_(earlier, 1 - SECOND_SHARE)
        averaged.eval()
        return averaged

    def _epoch(self, chosen: Sequence[Example]) -> list[Example]:
        """Learn from each example once; return the cues found wrongly on the way."""
        wrong: list[Example] = []
        for rows in plan(chosen, self.rng):
            if self.learner.step == self.steps:
                break
            if self.learner.step == round(self.steps * SECOND_FROM):
                self._restart()
            batch = collate(rows)
            logits = self.learner.logits(batch, (batch.attended == 1) & (batch.segments == 0))
            self.learner.learn(loss_of(logits, batch))
            if self.learner.step > FALSE_CUES_FROM:
                found = false_cues(logits.detach(), rows)
                wrong += (example for example in found if self.rng.random() < FALSE_CUES)
        return wrong

    def _restart(self) -> None:
        """End the first cycle: keep its average and go on from there."""
        averaged = self.learner.averaged
        self.learner.encoder.load_state_dict(averaged.state_dict())
        self.first_cycle = [mean.data.clone() for mean in averaged.parameters()]


def rate_factor(step: int, steps: int) -> float:
    """Return the share of the full rate: it rises, holds and falls to 0, then rises and falls."""
    first = round(steps * SECOND_FROM)
    if step < first:
        return min(1.0, step / WARM_UP, (first - step) / (first * (1 - DECAY_FROM)))
    rising = (step - first + 1) / SECOND_WARM_UP
    return SECOND_RATE * min(1.0, rising, (steps - step) / (steps - first))


def false_cues(logits: Tensor, chosen: Sequence[Example]) -> Iterator[Example]:
    """Return pass 2's examples of "no claim": cues found where none is annotated."""
    for example, row in zip(chosen, logits.numpy(), strict=True):
        if example.cue is not None:
            continue
        for cue in find_cues(row[: len(example.window), :3], example.window.own):
            if not (example.tags[cue.first : cue.after] > 0).any():
                yield Example(example.window, example.tags, (cue.first, cue.after), claim=0)


def main(arguments: Sequence[str]) -> None:
    """Train, export, and learn the judge with the model as it ships."""
    parser = argparse.ArgumentParser(prog="python -m corpus.learning finder", description=__doc__)
    parser.add_argument("folder", type=Path, help="annotated articles")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles to learn from")
    args = parser.parse_args(arguments)
    torch.manual_seed(SEED)
    tokenizer = load_tokenizer(base_folder())
    parts = split(read_folder(args.folder))
    articles = parts["train"][: round(len(parts["train"]) * args.share)]
    learnt = examples(tokenizer, articles)
    sample = [collate(rows) for rows in plan(learnt, random.Random(SEED))[:PEAKS_SEEN_IN]]  # noqa: S311
    export(Trainer(tokenizer, learnt, args.steps).train(), "finder", args.out, sample)
    LOG.info("wrote %s", args.out / "finder.onnx")
    learn_judge(parts["tuning"], args.out)
