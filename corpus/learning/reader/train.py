"""Train the reader and write the model that ships: `python -m corpus.answering.train FILE…`.

The files hold questions with marked paragraphs (see `data`). About ten minutes an epoch on two idle
cores. Whoever trains it anew fits the weights of ranking again: `tests/benchmarks/fit_ranking.py`.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path
from random import Random

import torch

from corpus.answering.reader.reader import OUTPUTS
from corpus.learning.reader.examples import Asked, read_questions
from corpus.learning.reader.groups import Batch, batches_of, groups_of
from corpus.learning.reader.losses import loss_of
from corpus.encoder import MODEL, load_tokenizer
from corpus.learning.encoder.export import PEAKS_SEEN_IN, export
from corpus.learning.encoder.learner import Learner
from corpus.learning.encoder.network import Encoder, base_folder, load_base

SEED = 7
STEPS = 2300
"""Batches learnt from: about two epochs."""

HEADS_RATE = 6e-4
WARM_UP = 80
DECAY_FROM = 0.2
"""Share of the steps after which the rates fall, evenly, to 0."""

LOG = logging.getLogger(__name__)


def main() -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="questions with marked paragraphs")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--steps", type=int, default=STEPS)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(SEED)
    random = Random(SEED)  # noqa: S311 - order of examples, no secret
    asked = [each for path in args.files for each in read_questions(path, random)]
    if not any(each.right for each in asked):
        parser.error("none of the questions to learn from has a paragraph that answers it")
    LOG.info("%d questions to learn from", len(asked))
    train(asked, args.steps, args.out, random)


def train(asked: list[Asked], steps: int, out: Path, random: Random) -> None:
    """Learn for `steps` batches and export the averaged weights."""
    tokenizer = load_tokenizer(base_folder())
    encoder = Encoder(len(OUTPUTS))
    load_base(encoder)
    learner = Learner(
        encoder, tokenizer, lambda step: rate_factor(step, steps), heads_rate=HEADS_RATE
    )
    sample: list[Batch] = []
    while learner.step < steps:
        batches = batches_of(list(groups_of(asked, tokenizer, random)), random)
        sample = sample or batches[:PEAKS_SEEN_IN]
        for batch in batches[: steps - learner.step]:
            logits = learner.logits(batch, batch.attended == 1)
            learner.learn(loss_of(logits, batch))
    export(learner.averaged, "reader", out, sample)
    LOG.info("wrote %s", out)


def rate_factor(step: int, steps: int) -> float:
    """Give the share of the full rate: it rises, holds and falls to 0."""
    return min(1.0, (step + 1) / WARM_UP, (steps - step) / (steps * (1 - DECAY_FROM)))


if __name__ == "__main__":
    main()
