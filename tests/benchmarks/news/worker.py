"""One search engine in a process of its own, which does what it is told a line at a time.

    PYTHONPATH=TREE python worker.py ENGINE

reads one JSON command a line and answers each with one JSON line. Run by its path, so that
`PYTHONPATH` decides whose `corpus` is measured. All times are seconds of this process on a
processor: what other processes take does not count.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from typing import Any, Protocol

LIMIT = 10
"""Paragraphs asked for."""

News = list[dict[str, Any]]
"""Articles: `id`, `title`, `paragraphs`."""


class Engine(Protocol):
    """What is measured."""

    @property
    def ways(self) -> Mapping[str, Callable[[str], object]]:
        """Each way to ask it, by name."""

    def build(self, articles: News) -> None:
        """Take in all articles, as text."""

    def add(self, article: News) -> None:
        """Take in one more."""


class Ours:
    def __init__(self) -> None:
        from corpus import Corpus  # noqa: PLC0415 - of the tree that is measured
        from corpus.answering.question import read_question  # noqa: PLC0415
        from corpus.corpus import READER  # noqa: PLC0415

        self.corpus = Corpus(reader=None)
        self.with_reader = Corpus(reader=READER)
        self.ways = {
            "BM25": lambda question: self.corpus._index.top(read_question(question).terms, LIMIT),
            "by words": lambda question: self.corpus.search(question, LIMIT),
            "with the reader": lambda question: self.with_reader.search(question, LIMIT),
        }

    def build(self, articles: News) -> None:
        from corpus.corpus import Addition  # noqa: PLC0415

        self.corpus.add_all(Addition(made) for made in map(_article, articles))
        self.with_reader._index, self.with_reader._loaded = self.corpus._index, self.corpus._loaded

    def add(self, article: News) -> None:
        self.corpus.add(_article(article[0]))


def _article(article: dict[str, Any]) -> Any:
    from corpus import Article  # noqa: PLC0415

    return Article.from_paragraphs(article["title"], article["paragraphs"], id=article["id"])


class RankBm25:
    def __init__(self) -> None:
        self.ways = {"BM25": self._top}

    def build(self, articles: News) -> None:
        from rank_bm25 import BM25Plus  # noqa: PLC0415

        texts = (text for article in articles for text in article["paragraphs"])
        self.bm25 = BM25Plus([text.lower().split() for text in texts])

    def _top(self, question: str) -> object:
        return (-self.bm25.get_scores(question.lower().split())).argsort(kind="stable")[:LIMIT]

    def add(self, article: News) -> None:
        """Nothing: it would have to be built anew."""


class Tantivy:
    def __init__(self) -> None:
        import tantivy  # noqa: PLC0415

        self.tantivy = tantivy
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("text", tokenizer_name="en_stem", index_option="freq")
        fields.add_integer_field("number", stored=True)
        self.index = tantivy.Index(fields.build())
        self.writer = self.index.writer(100_000_000, 1)
        self.size = 0
        self.ways = {"BM25": self._top}

    def build(self, articles: News) -> None:
        for article in articles:
            for text in article["paragraphs"]:
                self.writer.add_document(self.tantivy.Document(text=text, number=self.size))
                self.size += 1
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def add(self, article: News) -> None:
        self.build(article)

    def _top(self, question: str) -> object:
        query, _ = self.index.parse_query_lenient(question, ["text"])
        hits = self.searcher.search(query, LIMIT, count=False).hits
        return [self.searcher.doc(at)["number"][0] for _, at in hits]


ENGINES: dict[str, Callable[[], Engine]] = {
    "ours": Ours,
    "rank-bm25": RankBm25,
    "tantivy": Tantivy,
}


def main() -> None:
    engine = ENGINES[sys.argv[1]]()
    for line in sys.stdin:
        told = json.loads(line)
        match told.pop("do"):
            case "build":
                articles = told["articles"]
                Path("/proc/self/clear_refs").write_text("5")  # the most so far is forgotten
                before = _memory("VmRSS")
                taken = _seconds(lambda: engine.build(articles))  # noqa: B023 - called at once
                answer: object = {"seconds": taken, "MB": _memory("VmHWM") - before}
            case "ask":
                ask = engine.ways[told["way"]]
                answer = [_seconds(lambda: ask(each)) for each in told["questions"]]  # noqa: B023
            case "add":
                answer = [_seconds(lambda: engine.add([each])) for each in told["articles"]]  # noqa: B023
            case _:
                answer = list(engine.ways)
        print(json.dumps(answer), flush=True)


def _seconds(action: Callable[[], object]) -> float:
    start = process_time()
    action()
    return process_time() - start


def _memory(name: str) -> float:
    """Return what Linux tells of this process's memory, in millions of bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    found = next(line for line in lines if line.startswith(name))
    return int(found.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main()
