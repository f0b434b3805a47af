"""Learn the reader's judgement whether a passage really holds the answer, and write it into the network.

A logistic regression of the last layer's states: the layers below stay as they are, so that nothing
else that the reader learnt is lost. It becomes three more outputs of the network's last map.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper
from sklearn.linear_model import LogisticRegression

from corpus.answering.reader.reader import OUTPUTS
from corpus.learning.reader.states import HEADS

Floats = NDArray[np.float64]

STRENGTH = 0.003
"""scikit-learn's C: how little large weights are punished, chosen on groups left out in turn."""

PIECES = 3
"""Pieces whose states are judged: the row's first, and the likeliest answer's first and last."""


class Holds(NamedTuple):
    """The weight of each of the states, PIECES times the network's width, and the bias."""

    weights: Floats
    bias: float

    def __call__(self, states: NDArray[np.float32]) -> Floats:
        """Return the logit for each row of states."""
        return np.asarray(states @ self.weights + self.bias)


def fit_holds(states: NDArray[np.float32], right: list[bool], importance: list[float]) -> Holds:
    """Learn to tell passages that answer from those that do not; a row of states for each."""
    mean, scale = states.mean(axis=0), states.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit((states - mean) / scale, right, importance)
    weights = np.asarray(model.coef_[0] / scale, np.float64)
    return Holds(weights, float(np.ravel(model.intercept_)[0] - mean @ weights))


def write_holds(holds: Holds, path: Path) -> None:
    """Put a judgement into a reader's network, in the place of the one it has, if any."""
    model = onnx.load(path)
    (heads,) = (node for node in model.graph.node if node.name == HEADS)
    columns = holds.weights.reshape(PIECES, -1).T
    biases = np.array([holds.bias, *[0.0] * (PIECES - 1)])
    kept = len(OUTPUTS) - PIECES
    for tensor in model.graph.initializer:
        known = numpy_helper.to_array(tensor)
        if tensor.name == heads.input[1]:
            joined = np.concatenate([known[:, :kept], columns], axis=1)
        elif tensor.name == "heads.bias":
            joined = np.concatenate([known[:kept], biases])
        else:
            continue
        tensor.CopyFrom(numpy_helper.from_array(joined.astype(np.float32), tensor.name))
    for shown in (*model.graph.output, *model.graph.value_info):
        if shown.name in (*heads.output, "logits"):
            shown.type.tensor_type.shape.dim[-1].dim_value = len(OUTPUTS)
    onnx.checker.check_model(model)
    onnx.save(model, path)
