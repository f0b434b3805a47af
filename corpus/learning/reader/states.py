"""The reader with what its last layer gives for the pieces that "holds" is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from corpus.answering.reader import Reader, Reading
from corpus.answering.reader.reader import reading_of
from corpus.answering.reader.rows import rows_of
from corpus.encoder import MODEL, load_tokenizer
from corpus.encoder.network import load_word_vectors

HEADS = "/heads/MatMul"
"""The name that the export gives the last map of the network."""


class StatefulReader(Reader):
    """A reader that keeps, for each passage it read, the last layer's states of three pieces.

    Those of the row's first piece, of the likeliest answer's first and of its last, one after
    another, by question and the pieces read. Each pair is read once.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        super().__init__(folder)
        self.states: dict[tuple[str, tuple[int, ...]], NDArray[np.float32]] = {}
        self._known: dict[tuple[str, str, str], Reading] = {}
        model = onnx.load(folder / "reader.onnx")
        (name,) = (node.input[0] for node in model.graph.node if node.name == HEADS)
        model.graph.output.append(
            onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def read(
        self, question: str, passages: Sequence[str], over: Sequence[str] = ()
    ) -> list[Reading]:
        """Read as a reader does, and keep the states."""
        rows = rows_of(load_tokenizer(self.folder), question, passages, over)
        keys = list(zip(repeat(question), passages, over or repeat(""), strict=False))
        for row, key in zip(rows, keys, strict=True):
            if key in self._known:
                continue
            segments = row.segments[None]
            vectors = load_word_vectors(self.folder)[row.ids][None]
            given = {"vectors": vectors, "segments": segments, "attended": np.ones_like(segments)}
            (logits,), (hidden,) = self._session.run(None, given)
            reading, (first, last) = reading_of(row, key[1], logits)
            self._known[key] = reading
            self.states[question, reading.pieces] = hidden[[0, first, last]].ravel()
        return [self._known[key] for key in keys]
