"""How likely one statement is the other side of another, by evidence and weights that were learnt.

A logistic regression; `python -m corpus.learning other_side` writes its weights into `judge.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

WEIGHTS = Path(__file__).with_name("judge.json")

BAR = 0.9
"""Chance from which another side is shown (tests/benchmarks/other_side/README.md has the curve)."""

BAR_BY_RULE = 0.45
"""Chance from which it is where a rule of `comparison` says so as well."""

SUSPECTED = 0.1
"""Chance from which a pair may be two sides: too little to show it, enough not to say "the same"."""


class Judge(NamedTuple):
    """What was learnt: the weight of each piece of evidence by its name, and the bias."""

    weights: Mapping[str, float]
    bias: float

    def __call__(self, evidence: Mapping[str, float]) -> float:
        """Return the chance, from 0 to 1; raises KeyError where a weighed piece is missing."""
        logit = self.bias + sum(evidence[name] * weight for name, weight in self.weights.items())
        return 1 / (1 + exp(-logit))


@cache
def load_judge() -> Judge:
    """Load what ships."""
    learnt = json.loads(WEIGHTS.read_text("utf-8"))
    return Judge(learnt["weights"], learnt["bias"])
