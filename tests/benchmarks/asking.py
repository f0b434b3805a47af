"""Time the whole search, by words and with the reader, on a made-up corpus.

    python -m tests.benchmarks.asking --paragraphs 100000

The words are made up, so the reader sees more pieces a word than in English: news is about twice
as fast to read (see RANKING.md).
"""

from __future__ import annotations

import argparse
from time import perf_counter

import numpy as np

from corpus import Article, Corpus
from corpus.corpus import READER
from tests.benchmarks.made_up import documents, queries

ARTICLE = 20
QUESTIONS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the whole search on a made-up corpus.")
    parser.add_argument("--paragraphs", type=int, default=100_000)
    texts = [" ".join(words) + "." for words in documents(parser.parse_args().paragraphs)]
    articles = [
        Article.from_paragraphs(f"Article {number}", paragraphs, id=str(number))
        for number, paragraphs in enumerate(
            texts[at : at + ARTICLE] for at in range(0, len(texts), ARTICLE)
        )
    ]
    asked = [" ".join(words) for words in queries(QUESTIONS)]
    for name, reader in (("by words", None), ("with the reader", READER)):
        corpus = Corpus(articles, reader=reader)
        corpus.search(asked[0])
        times = [seconds(corpus, question) * 1000 for question in asked]
        p50, p99 = np.percentile(times, [50, 99])
        print(f"{name}: p50 {p50:.2f} ms, p99 {p99:.2f} ms")


def seconds(corpus: Corpus, question: str) -> float:
    start = perf_counter()
    corpus.search(question)
    return perf_counter() - start


if __name__ == "__main__":
    main()
