"""Train the claim finder and write the model that ships: `python -m corpus.claims.train FOLDER`.

FOLDER holds annotated articles (see `data`). One network learns both passes at once, their rows
mixed in each batch. Cues that pass 1 finds wrongly while it learns become pass 2's examples of "no
claim" in the next epoch. The averaged weights are exported, and the judge is learnt on the month
held out for it. About 8 minutes an epoch on two idle cores.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from corpus.claims.learned.cues import find_cues
from corpus.claims.learned.finder import MODEL, LearnedFinder
from corpus.claims.learned.windows import BEGIN, END
from corpus.claims.train.batches import Batch, collate, plan
from corpus.claims.train.calibrate import calibrate
from corpus.claims.train.data import Example, examples, read_folder, split
from corpus.claims.train.export import export
from corpus.claims.train.losses import loss_of
from corpus.claims.train.network import Finder, base_folder, load_base

SEED = 4
STEPS = 3800
"""Batches learnt from, about four epochs, both cycles together."""

SECOND_FROM = 0.71
"""Share of the steps after which the rates rise once more (Loshchilov and Hutter, 2017)."""

SECOND_RATE, SECOND_WARM_UP = 0.6, 50
"""The second cycle's highest share of the full rate, and the steps in which it is reached."""

SECOND_SHARE = 0.6
"""Share of the second cycle's weights in what ships; the rest is the first cycle's."""

RATE, HEADS_RATE = 2e-4, 1e-3
LAYER_DECAY = 0.9
"""Each layer learns at this share of the rate of the layer above it."""

WEIGHT_DECAY = 0.01
WARM_UP = 200
DECAY_FROM = 0.35
"""Share of the steps after which the rates fall, evenly, to 0."""

STEEPEST = 1.0
"""The norm to which longer gradients are cut."""

AVERAGED = 0.998
"""How much of the running average of the weights stays at each step; the average is what ships."""

AVERAGE_SOONER = 20
"""The average forgets faster in the first steps, or it would hold on to the untrained weights."""

HIDDEN = 0.05
"""Share of pieces replaced by [MASK], so that the network learns to use what stands around."""

FALSE_CUES_FROM = 400
"""The first step whose wrong cues count; before, pass 1 finds cues everywhere."""

FALSE_CUES = 0.5
"""Share of the wrong cues that pass 2 learns to reject; more would only take longer."""

PEAKS_SEEN_IN = 12
"""Batches that show the export which inner features peak."""

LOGGED = 25
LOG = logging.getLogger(__name__)


class Trainer:
    """A network that learns, and the running average of its weights."""

    def __init__(self, tokenizer: Tokenizer, learnt: Sequence[Example], steps: int) -> None:
        self.learnt = learnt
        self.steps = steps
        self.step = 0
        self.rng = random.Random(SEED)  # noqa: S311 - order of examples, no secret
        self.mask = tokenizer.token_to_id("[MASK]")
        self.special = torch.tensor([tokenizer.token_to_id(piece) for piece in (BEGIN, END)])
        self.finder = Finder(tokenizer.get_vocab_size())
        load_base(self.finder)
        self.averaged = Finder(tokenizer.get_vocab_size())
        self.averaged.load_state_dict(self.finder.state_dict())
        self.first_cycle: list[Tensor] = []
        self.optimizer = torch.optim.AdamW(_groups(self.finder), betas=(0.9, 0.98), fused=True)
        self.rates = [float(group["lr"]) for group in self.optimizer.param_groups]

    def train(self) -> Finder:
        """Learn for all the steps; give the averaged network."""
        wrong: list[Example] = []
        while self.step < self.steps:
            wrong = self._epoch([*self.learnt, *wrong])
            LOG.info("step %d: %d wrong cues", self.step, len(wrong))
        for mean, earlier in zip(self.averaged.parameters(), self.first_cycle, strict=True):
            mean.data.lerp_(earlier, 1 - SECOND_SHARE)
        self.averaged.eval()
        return self.averaged

    def _epoch(self, chosen: Sequence[Example]) -> list[Example]:
        """Learn from each example once; give the cues found wrongly on the way."""
        wrong: list[Example] = []
        for rows in plan(chosen, self.rng):
            if self.step == self.steps:
                break
            if self.step == round(self.steps * SECOND_FROM):
                self._restart()
            logits, loss = self._learn(collate(rows))
            if self.step > FALSE_CUES_FROM:
                found = false_cues(logits.detach(), rows)
                wrong += (example for example in found if self.rng.random() < FALSE_CUES)
            if self.step % LOGGED == 0:
                LOG.info("step %d of %d: loss %.2f", self.step, self.steps, loss)
        return wrong

    def _restart(self) -> None:
        """End the first cycle: keep its average and go on from there."""
        self.finder.load_state_dict(self.averaged.state_dict())
        self.first_cycle = [mean.data.clone() for mean in self.averaged.parameters()]

    def _learn(self, batch: Batch) -> tuple[Tensor, float]:
        """Take one step; give the logits it was taken from, and the loss."""
        with torch.autocast("cpu", torch.bfloat16):
            logits, _ = self.finder(self._partly_hidden(batch), batch.segments, batch.attended)
        logits = logits.float()
        loss = loss_of(logits, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.finder.parameters(), STEEPEST)
        factor = rate_factor(self.step, self.steps)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        self._average()
        return logits, float(loss)

    def _partly_hidden(self, batch: Batch) -> Tensor:
        """Replace some pieces by [MASK], never a special one or one of the cue."""
        hidden = torch.rand(batch.ids.shape) < HIDDEN
        hidden &= (batch.attended == 1) & (batch.segments == 0)
        hidden &= ~torch.isin(batch.ids, self.special)
        return batch.ids.masked_fill(hidden, self.mask)

    def _average(self) -> None:
        kept = min(AVERAGED, self.step / (self.step + AVERAGE_SOONER))
        pairs = zip(self.averaged.parameters(), self.finder.parameters(), strict=True)
        for average, now in pairs:
            if now.requires_grad:
                average.data.lerp_(now.data, 1 - kept)


def rate_factor(step: int, steps: int) -> float:
    """Give the share of the full rate: it rises, holds and falls to 0, then rises and falls."""
    first = round(steps * SECOND_FROM)
    if step < first:
        return min(1.0, step / WARM_UP, (first - step) / (first * (1 - DECAY_FROM)))
    rising = (step - first + 1) / SECOND_WARM_UP
    return SECOND_RATE * min(1.0, rising, (steps - step) / (steps - first))


def false_cues(logits: Tensor, chosen: Sequence[Example]) -> Iterator[Example]:
    """Give pass 2's examples of "no claim": cues found where none is annotated."""
    for example, row in zip(chosen, logits.numpy(), strict=True):
        if example.cue is not None:
            continue
        for cue in find_cues(row[: len(example.window), :3], example.window.own):
            if not (example.tags[cue.first : cue.after] > 0).any():
                yield Example(example.window, example.tags, (cue.first, cue.after), claim=0)


def _groups(finder: Finder) -> list[dict[str, object]]:
    """Give the heads a high rate and each lower layer a lower one; word vectors stay as they are."""
    finder.words.weight.requires_grad_(requires_grad=False)
    groups: list[dict[str, object]] = [
        {"params": list(finder.heads.parameters()), "lr": HEADS_RATE}
    ]
    rate = RATE
    for block in reversed(finder.layers):
        groups.append({"params": list(block.parameters()), "lr": rate})
        rate *= LAYER_DECAY
    lowest = (finder.positions, finder.segments, finder.embedding_norm)
    parameters = [parameter for module in lowest for parameter in module.parameters()]
    groups.append({"params": parameters, "lr": rate, "weight_decay": 0.0})
    return [{"weight_decay": WEIGHT_DECAY, **group} for group in groups]


def main() -> None:
    """Train, export, and learn the judge with the model as it ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="annotated articles")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles to learn from")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    parts = split(read_folder(args.folder))
    articles = parts["train"][: round(len(parts["train"]) * args.share)]
    learnt = examples(tokenizer, articles)
    sample = [collate(rows) for rows in plan(learnt, random.Random(SEED))[:PEAKS_SEEN_IN]]  # noqa: S311
    export(Trainer(tokenizer, learnt, args.steps).train(), args.out, sample)
    encoder = LearnedFinder(args.out)
    found = [encoder.candidates(article.text, article.paragraphs) for article in parts["dev"]]
    judge = calibrate(parts["dev"], found)
    judge.save(args.out / "finder.json")
    LOG.info("wrote %s: %s", args.out, json.dumps(judge.weights))


if __name__ == "__main__":
    main()
