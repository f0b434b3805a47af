"""Answer retrieval tasks with this engine: one JSON task a line on stdin, one answer on stdout.

    python score_retrieval.py DATA.jsonl -- python -m tests.benchmarks.retrieval

`--by words` ranks without the reader, `--by bm25` by BM25 alone. A task is `{"articles": [{"id", "title", "paragraphs"}], "questions": [{"id", "q"}]}`, its answer
`{"results": [{"id", "ranked": [[article, paragraph from 0, score], …]}]}`, ten at most, best first.
The score given is the confidence that the question is answered there.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from corpus import Article, Corpus
from corpus.answering.question import read_question

LIMIT = 10


def main() -> None:
    parser = argparse.ArgumentParser(description="Answer retrieval tasks, one a line.")
    parser.add_argument("--by", choices=["everything", "words", "bm25"], default="everything")
    by = parser.parse_args().by
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line), by)), flush=True)


def answer(task: dict[str, Any], by: str) -> dict[str, Any]:
    """Index the articles of one task and ask its questions."""
    articles = (
        Article.from_paragraphs(article["title"], article["paragraphs"], id=article["id"])
        for article in task["articles"]
    )
    corpus = Corpus(articles) if by == "everything" else Corpus(articles, reader=None)
    rank = ranked_by_bm25 if by == "bm25" else ranked
    return {
        "results": [
            {"id": question["id"], "ranked": rank(corpus, question["q"])}
            for question in task["questions"]
        ]
    }


def ranked(corpus: Corpus, question: str) -> list[tuple[str, int, float]]:
    """Return the best paragraphs, counted from 0, with their confidence."""
    hits = corpus.search(question, LIMIT)
    return [(hit.article_id, hit.paragraph - 1, hit.confidence) for hit in hits]


def ranked_by_bm25(corpus: Corpus, question: str) -> list[tuple[str, int, float]]:
    """Return the best paragraphs by BM25 alone, counted from 0, with their scores."""
    matches = corpus._index.top(read_question(question).terms, LIMIT)
    candidates = (corpus._loaded[match.article_id].candidate(match) for match in matches)
    return [(each.article_id, each.paragraph - 1, each.score) for each in candidates]


if __name__ == "__main__":
    main()
