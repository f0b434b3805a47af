"""How an encoder learns: steps, rates, and the running average that ships."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable

import torch
from torch import Tensor

from corpus.encoder import BEGIN, END, Tokenizer
from corpus.learning.encoder.export import NetworkInput
from corpus.learning.encoder.network import Encoder

RATE = 2e-4
LAYER_DECAY = 0.9
"""Each layer learns at this share of the rate of the layer above it."""

WEIGHT_DECAY = 0.01

STEEPEST = 1.0
"""The norm to which longer gradients are cut."""

AVERAGED = 0.998
"""How much of the running average of the weights stays at each step; the average is what ships."""

AVERAGE_SOONER = 20
"""The average forgets faster in the first steps, or it would hold on to the untrained weights."""

HIDDEN = 0.05
"""Share of pieces replaced by [MASK], so that the network learns to use what stands around."""

LOGGED = 25
"""Steps from one line in the log to the next."""

LOG = logging.getLogger(__name__)


class Learner:
    """An encoder that learns, and the running average of its weights.

    `share_of_rate` gives for each step, from 0, the share of the full rates.
    """

    def __init__(
        self,
        encoder: Encoder,
        tokenizer: Tokenizer,
        share_of_rate: Callable[[int], float],
        *,
        heads_rate: float,
    ) -> None:
        self.encoder = encoder
        self.averaged = copy.deepcopy(encoder)
        self.step = 0
        self.mask = tokenizer.numbers["[MASK]"]
        self.special = torch.tensor([tokenizer.numbers[piece] for piece in (BEGIN, END)])
        self.share_of_rate = share_of_rate
        self.optimizer = torch.optim.AdamW(
            _groups(encoder, heads_rate), betas=(0.9, 0.98), fused=True
        )
        self.rates = [float(group["lr"]) for group in self.optimizer.param_groups]

    def logits(self, batch: NetworkInput, may_hide: Tensor) -> Tensor:
        """Run the network on a batch, some of the pieces that `may_hide` marks replaced."""
        hidden = may_hide & (torch.rand(batch.ids.shape) < HIDDEN)
        hidden &= ~torch.isin(batch.ids, self.special)
        ids = batch.ids.masked_fill(hidden, self.mask)
        with torch.autocast("cpu", torch.bfloat16):
            logits: Tensor = self.encoder(ids, batch.segments, batch.attended)
        return logits.float()

    def learn(self, loss: Tensor) -> None:
        """Take one step down a loss."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.encoder.parameters(), STEEPEST)
        share = self.share_of_rate(self.step)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        self._average()
        if self.step % LOGGED == 0:
            LOG.info("step %d: loss %.2f", self.step, float(loss))

    def _average(self) -> None:
        kept = min(AVERAGED, self.step / (self.step + AVERAGE_SOONER))
        pairs = zip(self.averaged.parameters(), self.encoder.parameters(), strict=True)
        for average, now in pairs:
            if now.requires_grad:
                average.data.lerp_(now.data, 1 - kept)


def _groups(encoder: Encoder, heads_rate: float) -> list[dict[str, object]]:
    """Make the groups: the heads learn fast, each lower layer more slowly, word vectors not at all."""
    encoder.words.weight.requires_grad_(requires_grad=False)
    groups: list[dict[str, object]] = [
        {"params": list(encoder.heads.parameters()), "lr": heads_rate}
    ]
    rate = RATE
    for layer in reversed(encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": rate})
        rate *= LAYER_DECAY
    lowest = (encoder.positions, encoder.segments, encoder.embedding_norm)
    parameters = [parameter for module in lowest for parameter in module.parameters()]
    groups.append({"params": parameters, "lr": rate, "weight_decay": 0.0})
    return [{"weight_decay": WEIGHT_DECAY, **group} for group in groups]
