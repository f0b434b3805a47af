"""Turn trained weights into what ships: int8 ONNX layers, word vectors, vocabulary.

Two things keep int8 close to float32. A few of a layer's 1,536 inner features peak several times
higher than all others and would stretch the scale that int8 has for the layer, so they stay float32
(as in LLM.int8(): Dettmers et al., 2022). Each word's vector has a scale of its own.
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from corpus.learning.encoder.network import WIDTH, Encoder, base_folder

OPSET = 17

EXACT_FEATURES = 8
"""Inner features of a layer that stay float32; more gain nothing."""

PEAKS_SEEN_IN = 12
"""Batches that show the export which inner features peak."""

INT8_HIGHEST = 127


class NetworkInput(Protocol):
    """What a network reads, each (rows, pieces): see `corpus.encoder.Network`."""

    @property
    def ids(self) -> Tensor: ...  # noqa: D102
    @property
    def segments(self) -> Tensor: ...  # noqa: D102
    @property
    def attended(self) -> Tensor: ...  # noqa: D102


class PartlyExact(nn.Module):
    """A linear map whose weights for a few features stay float32: the same map, in two parts."""

    def __init__(self, linear: nn.Linear, peaking: Tensor) -> None:
        super().__init__()
        self.peaking = peaking
        self.others = nn.Parameter(torch.ones(linear.in_features).index_fill(0, peaking, 0.0))
        self.linear = linear
        self.exact = nn.Linear(len(peaking), linear.out_features, bias=False)
        self.exact.weight.data = linear.weight.data[:, peaking]

    def forward(self, features: Tensor) -> Tensor:
        """Map (rows, pieces, inner features) as `linear` does."""
        mapped: Tensor = self.linear(features * self.others)
        return mapped + self.exact(features.index_select(-1, self.peaking))


class Int8Vectors(nn.Module):
    """A table of vectors in int8, one scale a vector."""

    scales: Tensor
    rounded: Tensor

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        scales = table.weight.data.abs().amax(dim=1, keepdim=True) / INT8_HIGHEST
        self.register_buffer("scales", scales)
        self.register_buffer("rounded", (table.weight.data / scales).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Return each number's vector in float32."""
        return self.rounded[ids].float() * self.scales[ids]


def export(encoder: Encoder, name: str, folder: Path, sample: Sequence[NetworkInput]) -> None:
    """Write `NAME.onnx` (int8, per channel), `words.npz` and `vocab.txt` into `folder`.

    The model takes vectors (rows, pieces, width) in float32, segments and attended (rows, pieces)
    in int64, and returns logits (rows, pieces, outputs) in float32. `sample` shows which inner
    features peak.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(base_folder() / "vocab.txt", folder / "vocab.txt")
    save_word_vectors(encoder.words, folder / "words.npz")
    ready_to_round = copy.deepcopy(encoder).eval()
    ready_to_round.layers = list(ready_to_round.blocks)
    for layer, peaking in zip(
        ready_to_round.layers, peaking_features(encoder, sample), strict=True
    ):
        layer.outer = PartlyExact(layer.outer, peaking)
    ready_to_round.words = nn.Identity()
    ready_to_round.positions = Int8Vectors(encoder.positions)
    with tempfile.TemporaryDirectory() as scratch:
        exact, ready = Path(scratch) / "exact.onnx", Path(scratch) / "ready.onnx"
        write_onnx(ready_to_round, exact)
        quant_pre_process(exact, ready, skip_symbolic_shape=True)
        names = [node.name for node in onnx.load(ready).graph.node]
        quantize_dynamic(
            ready,
            folder / f"{name}.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[n for n in names if "/exact/" in n or "/heads/" in n],
        )
    onnx.checker.check_model(str(folder / f"{name}.onnx"))


def save_word_vectors(table: nn.Embedding, path: Path) -> None:
    """Write the word vectors as `corpus.encoder.network` reads them."""
    kept = Int8Vectors(table)
    np.savez(path, rounded=kept.rounded.numpy(), scales=kept.scales[:, 0].numpy())


def peaking_features(encoder: Encoder, sample: Sequence[NetworkInput]) -> list[Tensor]:
    """Return the numbers of each layer's EXACT_FEATURES inner features with the highest peaks."""
    peaks = [torch.zeros(layer.outer.in_features) for layer in encoder.layers]
    watched = [
        layer.outer.register_forward_pre_hook(_watch(peak))
        for layer, peak in zip(encoder.layers, peaks, strict=True)
    ]
    encoder.eval()
    with torch.no_grad():
        for batch in sample:
            encoder(batch.ids, batch.segments, batch.attended)
    for handle in watched:
        handle.remove()
    return [peak.topk(EXACT_FEATURES).indices for peak in peaks]


def _watch(peak: Tensor) -> Callable[[nn.Module, tuple[Tensor]], None]:
    """Make a hook that keeps each feature's highest size in `peak`."""

    def watch(_: nn.Module, given: tuple[Tensor]) -> None:
        peak.copy_(torch.maximum(peak, given[0].abs().flatten(0, 1).amax(dim=0)))

    return watch


def write_onnx(layers: Encoder, path: Path) -> None:
    """Write the network in float32 without its word vectors, rows and pieces free."""
    layers.eval()
    marks = torch.ones(2, 8, dtype=torch.long)
    free = {0: "rows", 1: "pieces"}
    names = ("vectors", "segments", "attended")
    torch.onnx.export(
        layers,
        (torch.zeros(2, 8, WIDTH), torch.zeros_like(marks), marks),
        str(path),
        input_names=list(names),
        output_names=["logits"],
        dynamic_axes={**dict.fromkeys(names, free), "logits": free},
        opset_version=OPSET,
        dynamo=False,
    )
