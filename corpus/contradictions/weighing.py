"""How likely one statement is against another: vetoes first, then learnt weights.

`python -m corpus.learning other-side` learns and prints `WEIGHTS` and `BIAS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

BAR = 0.5
"""Chance from which the other side is shown."""

VETOES = ("nobody's", "names differ", "another", "dates differ", "each of its own")
"""Measures that no weight outvotes: the two speak of different things, or one has no known source."""

FIGURES = ("same units", "things", "bare")

WEIGHTS: Mapping[str, float] = {
    "same units": 0.59,
    "things": 0.2,
    "bare": 0.17,
    "against": 0.78,
    "denies": -0.1,
    "negates": 0.14,
    "opposed": 0.15,
    "points back": 0.56,
    "denies it": 0.38,
    "figure of it": 0.56,
    "accused speaks": 0.73,
    "accuses": 0.6,
    "answers source": 0.26,
    "own voice": -1.13,
    "new names": 0.13,
    "other time": 0.27,
    "new": -0.42,
    "left": 1.28,
    "covered": 0.6,
    "covers": 0.27,
    "asked": -0.55,
    "read": 2.08,
    "other article": 0.1,
    "same paragraph": -0.28,
    "next paragraph": 1.5,
    "near": 0.21,
    "figures": 0.96,
    "read and asked": 0.72,
    "read near": 1.11,
    "read and covered": 0.63,
    "read and figures": 0.31,
    "against near": 0.79,
    "against, pointing back": 0.06,
    "negates, read near": 0.41,
    "accused answers": 0.0,
    "each names the other": 0.34,
}
BIAS = -4.91


def is_vetoed(measured: Mapping[str, float]) -> bool:
    """Tell whether two statements speak of different things, or nobody known makes one."""
    if any(measured[name] for name in VETOES):
        return True
    return bool(measured["other time"]) and any(measured[name] for name in FIGURES)


def weighed(measured: Mapping[str, float]) -> dict[str, float]:
    """Return what the weights are for: the measures, and some that count only together."""
    near = measured["same paragraph"] or measured["next paragraph"]
    figures = float(any(measured[name] for name in FIGURES))
    read = measured["read"]
    alone = {name: value for name, value in measured.items() if name not in VETOES}
    return alone | {
        "figures": figures,
        "read and asked": read * measured["asked"],
        "read near": read * near,
        "read and covered": read * measured["covered"],
        "read and figures": read * figures,
        "against near": measured["against"] * near,
        "against, pointing back": measured["against"] * near * measured["points back"],
        "negates, read near": measured["negates"] * read * near,
        "accused answers": measured["accuses"] * measured["accused speaks"] * near,
        "each names the other": measured["accused speaks"] * measured["answers source"],
    }


def chance(measured: Mapping[str, float]) -> float:
    """Return how likely the second statement is against the first, from 0 to 1."""
    if is_vetoed(measured):
        return 0.0
    total = BIAS + sum(WEIGHTS[name] * value for name, value in weighed(measured).items())
    return 1 / (1 + exp(-total))
