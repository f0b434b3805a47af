"""Train the reader and write what ships: `python -m corpus.learning reader FILE…`.

Writes `reader.onnx`, `words.npz` and `vocab.txt` into `corpus/encoder/model`. The files are as
`corpus.learning.questions` describes. About ten minutes an epoch on two idle cores. What the reader
counts in ranking and in confidence has to be learnt again afterwards.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch

from corpus.answering.reader.reader import OUTPUTS
from corpus.encoder import MODEL, load_tokenizer
from corpus.learning.encoder.export import PEAKS_SEEN_IN, export
from corpus.learning.encoder.learner import Learner
from corpus.learning.encoder.network import Encoder, base_folder, load_base
from corpus.learning.reader.examples import TrainingQuestion, read_questions
from corpus.learning.reader.groups import ReaderBatch, batches_of, groups_of
from corpus.learning.reader.losses import loss_of

SEED = 7
STEPS = 2300
"""Batches learnt from: about two epochs."""

HEADS_RATE = 6e-4
WARM_UP = 80
DECAY_FROM = 0.2
"""Share of the steps after which the rates fall, evenly, to 0."""

LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(prog="python -m corpus.learning reader", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="questions with marked paragraphs")
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--steps", type=int, default=STEPS)
    args = parser.parse_args(arguments)
    torch.manual_seed(SEED)
    random = Random(SEED)  # noqa: S311 - order of examples, no secret
    asked = [each for path in args.files for each in read_questions(path, random)]
    if not any(each.right for each in asked):
        parser.error("none of the questions to learn from has a paragraph that answers it")
    LOG.info("%d questions to learn from", len(asked))
    train(asked, args.steps, args.out, random)


def train(asked: list[TrainingQuestion], steps: int, out: Path, random: Random) -> None:
    """Learn for `steps` batches and export the averaged weights."""
    tokenizer = load_tokenizer(base_folder())
    encoder = Encoder(len(OUTPUTS))
    load_base(encoder)
    learner = Learner(
        encoder, tokenizer, lambda step: rate_factor(step, steps), heads_rate=HEADS_RATE
    )
    sample: list[ReaderBatch] = []
    while learner.step < steps:
        batches = batches_of(list(groups_of(asked, tokenizer, random)), random)
        sample = sample or batches[:PEAKS_SEEN_IN]
        for batch in batches[: steps - learner.step]:
            logits = learner.logits(batch, batch.attended == 1)
            learner.learn(loss_of(logits, batch))
    export(learner.averaged, "reader", out, sample)
    LOG.info("wrote %s", out)


def rate_factor(step: int, steps: int) -> float:
    """Return the share of the full rate: it rises, holds and falls to 0."""
    return min(1.0, (step + 1) / WARM_UP, (steps - step) / (steps * (1 - DECAY_FROM)))
