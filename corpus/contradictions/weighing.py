"""How likely one statement is against another: vetoes first, then learnt weights.

`python -m corpus.learning other-side` learns and prints `WEIGHTS` and `BIAS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

BAR = 0.5
"""Chance from which the other side is shown."""

VETOES = ("names differ", "another", "dates differ", "each of its own")
"""Measures that show the two to speak of different things: no weight outvotes them."""

FIGURES = ("same units", "things", "bare")

WEIGHTS: Mapping[str, float] = {}
BIAS = 0.0


def is_vetoed(measured: Mapping[str, float]) -> bool:
    """Tell whether two statements speak of different things, or the article alone speaks."""
    if any(measured[name] for name in VETOES):
        return True
    if measured["own voice"] and measured["shown own voice"]:
        return True
    return bool(measured["other time"]) and any(measured[name] for name in FIGURES)


def weighed(measured: Mapping[str, float]) -> dict[str, float]:
    """Return what the weights are for: the measures, and some that count only together."""
    near = measured["same paragraph"] or measured["next paragraph"]
    figures = float(any(measured[name] for name in FIGURES))
    read = measured["read"]
    alone = {
        name: value
        for name, value in measured.items()
        if name not in VETOES and name != "shown own voice"
    }
    return alone | {
        "shown own voice": measured["shown own voice"],
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
