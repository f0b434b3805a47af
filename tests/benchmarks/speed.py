"""Time this index beside other search engines on made-up corpora, all in one run.

    python -m tests.benchmarks.speed --sizes 1000 10000 100000

Needs the `bench` extra. The engines take turns at a few questions each, so that a busy machine
slows all alike: read the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

import numpy as np
from rich.console import Console
from rich.table import Table

from corpus.index import Index
from tests.benchmarks.made_up import Document, documents, queries
from tests.benchmarks.systems import ARTICLE, SYSTEMS, Ours, RankBm25, System

LIMIT = 10
"""Documents asked for."""

QUESTIONS = 300
SLOW_QUESTIONS = 20
"""rank-bm25 takes a good part of a second for each."""

BLOCK = 20
"""Questions that one engine answers before the next one's turn."""

UPDATES = 50
"""Articles added, then removed."""

VISIBLE = 100_000
"""Bytes below which a system keeps its index where Python does not see it."""

PLAIN_WIDTH = 110
"""Characters in a line where the output is no terminal."""

COLUMNS = ("build s", "memory MB", "p50 ms", "p99 ms", "p50 ÷ ours", "add ms", "remove ms")


@dataclass
class Measures:
    """What was measured of one system: seconds, and bytes."""

    build: float
    memory: int = 0
    asking: list[float] = field(default_factory=list)
    adding: list[float] = field(default_factory=list)
    removing: list[float] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time search engines on made-up corpora.")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--systems", nargs="+", choices=list(SYSTEMS), default=list(SYSTEMS))
    parser.add_argument("--memory", action="store_true", help="build again to trace memory")
    parser.add_argument("--rounds", type=int, default=1, help="keep each question's fastest time")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        measures = measure(size, arguments.systems, arguments.rounds, trace=arguments.memory)
        report(size, measures)


def measure(size: int, names: Sequence[str], rounds: int, *, trace: bool) -> dict[str, Measures]:
    """Build every system on one corpus, ask all the same questions, then update those that can."""
    corpus = list(documents(size + UPDATES * ARTICLE))
    corpus, further = corpus[:size], corpus[size:]
    systems: dict[str, System] = {}
    measures: dict[str, Measures] = {}
    for name in names:
        memory = traced(partial(SYSTEMS[name], corpus)) if trace else 0
        start = perf_counter()
        systems[name] = SYSTEMS[name](corpus)
        measures[name] = Measures(perf_counter() - start, memory)
    for name, times in ask(systems, rounds).items():
        measures[name].asking = times
    for name, system in systems.items():
        update(system, measures[name], size, further)
    ours = systems.get("ours")
    if isinstance(ours, Ours):
        store(ours.index)
    return measures


def ask(systems: dict[str, System], rounds: int) -> dict[str, list[float]]:
    """Ask all the same questions, and hold our answers to those of rank-bm25.

    Gives the seconds that each system took for each question, the least of some rounds.
    """
    asked = queries(QUESTIONS)
    for system in systems.values():
        system.top(asked[0], LIMIT)  # numba compiles at the first
    times = [ask_once(systems, asked) for _ in range(rounds)]
    if {"ours", "rank-bm25"} <= systems.keys():
        for query in asked[:SLOW_QUESTIONS]:
            found = systems["ours"].top(query, LIMIT)  # only what matches, so it may be fewer
            assert found == systems["rank-bm25"].top(query, LIMIT)[: len(found)]
    return {name: np.min([once[name] for once in times], axis=0).tolist() for name in systems}


def ask_once(systems: dict[str, System], asked: list[Document]) -> dict[str, list[float]]:
    """Let the systems take turns at some questions each, and give the seconds of each."""
    times: dict[str, list[float]] = {name: [] for name in systems}
    for at in range(0, len(asked), BLOCK):
        for name, system in systems.items():
            if isinstance(system, RankBm25) and at >= SLOW_QUESTIONS:
                continue
            for query in asked[at : at + BLOCK]:
                times[name].append(seconds(partial(system.top, query, LIMIT)))
    return times


def update(system: System, measures: Measures, size: int, further: list[Document]) -> None:
    """Add articles, then remove them; a system that cannot is left without figures."""
    add, remove = getattr(system, "add", None), getattr(system, "remove", None)
    if not add or not remove:
        return
    starts = range(0, len(further), ARTICLE)
    for at in starts:
        measures.adding.append(seconds(partial(add, size + at, further[at : at + ARTICLE])))
    for at in starts:
        measures.removing.append(seconds(partial(remove, size + at)))


def store(index: Index) -> None:
    """Time packing our index and unpacking it."""
    start = perf_counter()
    packed = index.to_bytes()
    saved = perf_counter()
    Index.from_bytes(packed)
    print(
        f"ours stored: {len(packed) / 1e6:.1f} MB, saved in {saved - start:.2f} s, "
        f"loaded in {perf_counter() - saved:.2f} s"
    )


def seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def traced(build: Callable[[], object]) -> int:
    """Return the bytes that a system keeps, as far as Python allocates them."""
    tracemalloc.start()
    kept = build()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return size


def report(size: int, measures: dict[str, Measures]) -> None:
    """Print one table: a row for each system."""
    table = Table("", *COLUMNS, title=f"{size:,} paragraphs, best {LIMIT}")
    ours = np.median(measures["ours"].asking) if "ours" in measures else np.nan
    for name, measured in measures.items():
        p50, p99 = np.percentile(measured.asking, [50, 99])
        table.add_row(
            name,
            f"{measured.build:.2f}",
            f"{measured.memory / 1e6:.1f}" if measured.memory > VISIBLE else "",
            f"{p50 * 1e3:.3f}",
            f"{p99 * 1e3:.3f}",
            f"{p50 / ours:.2f}",
            _milliseconds(measured.adding),
            _milliseconds(measured.removing),
        )
    Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH).print(table)


def _milliseconds(times: list[float]) -> str:
    return f"{np.median(times) * 1e3:.2f}" if times else "rebuilds"


if __name__ == "__main__":
    main()
