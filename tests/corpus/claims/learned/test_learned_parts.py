"""The best content is the best of all possible ones; sources never cross the cue."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.article import Span
from corpus.claims.learned.parts import BORDER_WEIGHT, best_content, best_source, find_parts

Floats = NDArray[np.float64]


def score(spans: list[Span], inside: Floats, begins: Floats, ends: Floats) -> float:
    total = sum(inside[s:e].sum() + BORDER_WEIGHT * (begins[s] + ends[e - 1]) for s, e in spans)
    return float(total)


def every_choice(free: NDArray[np.bool_]) -> Iterator[list[Span]]:
    """Return every set of stretches of free pieces."""
    for bits in product((0, 1, 2), repeat=len(free)):
        spans: list[Span] = []
        for at, bit in enumerate(bits):
            if bit == 2 and (at == 0 or not bits[at - 1]):
                break
            if bit and not free[at]:
                break
            if bit == 1:
                spans.append((at, at + 1))
            elif bit == 2:
                spans[-1] = (spans[-1][0], at + 1)
        else:
            yield spans


@pytest.mark.parametrize("seed", range(20))
def test_the_content_scores_as_much_as_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    inside, begins, ends = rng.normal(size=(3, 7)) * 2 - 0.3
    free = rng.random(7) > 0.2
    best = max(score(spans, inside, begins, ends) for spans in every_choice(free))
    found = best_content(inside, begins, ends, free)
    if best > 0:
        assert score(found, inside, begins, ends) == pytest.approx(best)
    else:
        assert len(found) == int(free.any())


@pytest.mark.parametrize("seed", range(20))
def test_a_source_never_crosses_a_piece_that_is_taken(seed: int) -> None:
    rng = np.random.default_rng(seed)
    begins, ends = rng.normal(size=(2, 9)) * 3
    free = rng.random(9) > 0.3
    free[[0, -1]] = False
    source, chance = best_source(begins, ends, free)
    assert 0 <= chance <= 1
    assert source is None or free[slice(*source)].all()


def test_a_window_with_nothing_but_the_cue_has_neither_source_nor_content() -> None:
    parts = find_parts(np.zeros((3, 6), dtype=np.float32), (1, 2))
    assert parts.source is None
    assert parts.content == []
