"""Time building, asking and adding on real news, in one run.

    python -m tests.benchmarks.news NEWS.jsonl [--paragraphs 100000] [--beside OTHER_TREE]

The first N paragraphs of the file (see RANKING.md for its form) are searched, as the articles that
they come from; if there are fewer, they are repeated. The questions are those of the file.
`--beside` names a second checkout of this project, which takes its turns too. Each engine runs in a
process of its own, and they take turns at BLOCK questions each. Times are processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parents[3]
WORKER = Path(__file__).with_name("worker.py")

BLOCK = 10
"""Questions that one engine answers before the next one's turn."""

ADDED, ARTICLE = 40, 20
"""Articles added, and the paragraphs of each."""

SLOW = {"rank-bm25": 20, "with the reader": 40}
"""Questions asked, at most, of an engine or in a way that is slow."""

Articles = list[dict[str, Any]]


class Engine:
    """An engine in its own process."""

    def __init__(self, name: str, tree: Path = HERE) -> None:
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, WORKER, name],
            env=os.environ | {"PYTHONPATH": str(tree)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def do(self, what: str, **told: object) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps({"do": what, **told}), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the search on real news.")
    parser.add_argument("news", nargs="+", type=Path)
    parser.add_argument("--paragraphs", type=int, default=100_000)
    parser.add_argument("--beside", type=Path, help="another checkout of this project")
    parser.add_argument("--engines", nargs="+", default=["ours", "rank-bm25", "tantivy"])
    parser.add_argument("--questions", type=int, default=300)
    arguments = parser.parse_args()
    lines = [json.loads(line) for path in arguments.news for line in path.open()]
    questions = [each["q"] for line in lines for each in line["questions"]]
    step = max(1, len(questions) // arguments.questions)
    questions = questions[::step][: arguments.questions]
    searched, further = taken(lines, arguments.paragraphs)
    paragraphs = sum(len(article["paragraphs"]) for article in searched)
    print(f"{paragraphs:,} paragraphs of {len(searched):,} articles, {len(questions)} questions")
    engines = {name: Engine(name) for name in arguments.engines}
    if arguments.beside:
        engines = {"before": Engine("ours", arguments.beside)} | engines
    for name, engine in engines.items():
        built = engine.do("build", articles=searched)
        print(
            f"{name}: built in {built['seconds']:.1f} s, memory grew by {built['MB']:.0f} MB at most"
        )
    for (name, way), times in asked(engines, questions).items():
        p50, p99 = np.percentile(times, [50, 99]) * 1e3
        print(f"{name}, {way}: p50 {p50:.2f} ms, p99 {p99:.2f} ms")
    for name, engine in engines.items():
        print(
            f"{name}: {np.median(engine.do('add', articles=further)) * 1e3:.2f} ms to add {ARTICLE} paragraphs"
        )


def taken(lines: Articles, most: int) -> tuple[Articles, Articles]:
    """Return articles of `most` paragraphs in all, and some more of ARTICLE paragraphs each."""
    articles: Articles = []
    left = most
    endless = numbered(lines)
    while left:
        article = next(endless)
        article["paragraphs"] = article["paragraphs"][:left]
        left -= len(article["paragraphs"])
        articles.append(article)
    further: Articles = []
    while len(further) < ADDED:
        article = next(endless)
        if len(article["paragraphs"]) >= ARTICLE:
            further.append({**article, "paragraphs": article["paragraphs"][:ARTICLE]})
    return articles, further


def numbered(lines: Articles) -> Iterator[dict[str, Any]]:
    """List the articles without end, each with an id of its own."""
    for number, line in enumerate(cycle(lines)):
        yield {"id": str(number), "title": line["title"], "paragraphs": line["paragraphs"]}


def asked(
    engines: dict[str, Engine], questions: Sequence[str]
) -> dict[tuple[str, str], list[float]]:
    """Let the engines take turns, and give the seconds of each question by engine and way."""
    ways = [(name, way) for name, engine in engines.items() for way in engine.do("list")]
    times: dict[tuple[str, str], list[float]] = {each: [] for each in ways}
    for at in range(0, len(questions), BLOCK):
        for name, way in sorted(ways, key=lambda each: each[1]):
            if at < min(SLOW.get(name, len(questions)), SLOW.get(way, len(questions))):
                block = questions[at : at + BLOCK]
                times[name, way] += engines[name].do("ask", way=way, questions=block)
    return times


if __name__ == "__main__":
    main()
