"""The figures of what was asked, as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.metrics import roc_auc_score

from tests.benchmarks.members.asking import Asked

BANDS = ((0.0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.001))

LOST = 0.04
"""Share of right answers that silence may cost."""


class Band(NamedTuple):
    """The questions whose first paragraph has a confidence in one band."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


def bands(asked: Iterable[Asked]) -> Iterator[Band]:
    """Compare, band by band, what confidence says with how often the first paragraph answers."""
    asked = list(asked)
    for low, high in BANDS:
        inside = [each for each in asked if low <= each.confidence < high]
        if inside:
            sure = float(np.mean([each.confidence for each in inside]))
            yield Band(low, high, len(inside), sure, _share(each.is_right for each in inside))


def table(asked: Mapping[str, Sequence[Asked]]) -> str:
    """Write the figures of each way of asking, a column each, then those of each kind."""
    columns = [list(_figures(each)) for each in asked.values()]
    lines = [_row("", asked)]
    lines += [
        _row(name, [value for _, value in row])
        for row in zip(*columns, strict=True)
        for name in [row[0][0]]
    ]
    lines.append(_row("confidence", ["" for _ in asked]))
    for low, high in BANDS:
        cells = [
            next((_band(band) for band in bands(each) if band.low == low), "-")
            for each in asked.values()
        ]
        lines.append(_row(f"  {low:.2f} to {min(high, 1):.2f}", cells))
    lines.append(_row("kinds: first, or silent", ["" for _ in asked]))
    by_kind = [_by_kind(each) for each in asked.values()]
    lines += [_row(f"  {kind}", [cell[kind] for cell in by_kind]) for kind in sorted(by_kind[0])]
    return "\n".join(lines)


def _figures(asked: Sequence[Asked]) -> Iterator[tuple[str, str]]:
    answered = [each for each in asked if each.question.is_answered]
    near = [each for each in asked if each.question.kind.startswith("near-")]
    other = [each for each in asked if not each.question.is_answered and each not in near]
    right = [each for each in answered if each.is_right]
    yield "questions answered, near, other", f"{len(answered)}, {len(near)}, {len(other)}"
    yield "right first", _percent(each.is_right for each in answered)
    yield "right among the first three", _percent(any(each.found) for each in answered)
    yield "near-topic silent", _percent(not each.shown for each in near)
    yield "others without answer silent", _percent(not each.shown for each in other)
    yield "right answers lost", _percent(not each.shown for each in right)
    bar = float(np.quantile([each.confidence for each in right], LOST))
    yield "near-topic silent at 4 % lost", _percent(each.confidence < bar for each in near)
    yield "AUROC", f"{_auroc(answered, near):.3f}"
    marks = [each.mark for each in answered if each.shown]
    yield "marked, of answered shown", _percent(mark is not None for mark in marks)
    yield "of these right", _percent(mark for mark in marks if mark is not None)
    yield "marked, of near-topic", _percent(each.mark is not None for each in near)
    passages = [right for each in answered for right in each.shown]
    yield "passages shown, of these right", f"{len(passages)}, {_percent(passages)}"


def _band(band: Band) -> str:
    return f"{band.questions}: {band.confidence:.2f}, right {band.right:.2f}"


def _by_kind(asked: Sequence[Asked]) -> dict[str, str]:
    kinds = defaultdict(list)
    for each in asked:
        is_good = each.is_right if each.question.is_answered else not each.shown
        kinds[each.question.kind].append(is_good)
    return {kind: f"{_percent(good)} of {len(good)}" for kind, good in kinds.items()}


def _auroc(answered: Sequence[Asked], near: Sequence[Asked]) -> float:
    outcomes = [True] * len(answered) + [False] * len(near)
    return float(roc_auc_score(outcomes, [each.confidence for each in [*answered, *near]]))


def _share(outcomes: Iterable[bool | None]) -> float:
    listed = [bool(outcome) for outcome in outcomes]
    return sum(listed) / len(listed) if listed else 0.0


def _percent(outcomes: Iterable[bool | None]) -> str:
    return f"{100 * _share(outcomes):.1f} %"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:34}" + "".join(f"{cell:>30}" for cell in cells)
