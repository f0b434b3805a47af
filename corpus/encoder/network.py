"""A trained network at run time: word vectors, and layers that onnxruntime runs. No PyTorch.

The networks share one table of word vectors, which training leaves as they were: it is half of a
network's size, and is kept and loaded once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import onnxruntime

MODEL = Path(__file__).parent / "model"

Pieces = NDArray[np.int64]
"""One number for each word piece: (pieces), or (rows, pieces)."""

Logits = NDArray[np.float32]
"""What the network gives for each piece, (rows, pieces, outputs)."""


class Network:
    """A network that is loaded on first use. One may serve several threads at once.

    It reads one text at a time, as often as there are marks to set in it. Several texts side by side
    would be no faster for their padding; and int8 takes its scale from all that is read together, so
    that a text's numbers would depend on the others.
    """

    def __init__(self, name: str, folder: Path = MODEL, *, threads: int = 1) -> None:
        self.name = name
        self.folder = folder
        self.threads = threads

    def __call__(self, ids: Pieces, segments: Pieces) -> Logits:
        """Read a text's pieces, given their numbers, once for each row of segments (0 or 1)."""
        vectors = load_word_vectors(self.folder)[ids]
        given = {
            "vectors": np.broadcast_to(vectors, (*segments.shape, vectors.shape[-1])),
            "segments": segments,
            "attended": np.ones_like(segments),
        }
        (logits,) = self._session.run(["logits"], given)
        return np.asarray(logits)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        import onnxruntime  # noqa: PLC0415 - slow to load, and needed only here

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        return onnxruntime.InferenceSession(
            self.folder / f"{self.name}.onnx", options, providers=["CPUExecutionProvider"]
        )


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A vector for each word piece, in int8 with a scale of its own."""

    rounded: NDArray[np.int8]
    scales: NDArray[np.float32]

    def __getitem__(self, ids: Pieces) -> NDArray[np.float32]:
        """Return the vectors of pieces in float32, (pieces, width)."""
        return self.rounded[ids] * self.scales[ids][..., None]


@cache
def load_word_vectors(folder: Path) -> WordVectors:
    """Return the word vectors in a model's folder, as `corpus.learning.encoder.export` wrote them."""
    with np.load(folder / "words.npz") as kept:
        return WordVectors(kept["rounded"], kept["scales"])
