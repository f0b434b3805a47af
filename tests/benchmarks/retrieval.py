"""Answer retrieval tasks with this engine: one JSON task a line on stdin, one answer on stdout.

    python score_retrieval.py DATA.jsonl -- python -m tests.benchmarks.retrieval

A task is `{"articles": [{"id", "title", "paragraphs"}], "questions": [{"id", "q"}]}`, its answer
`{"results": [{"id", "ranked": [[article, paragraph from 0, score], …]}]}`, ten at most, best first.
The score given is the confidence that the question is answered there.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from corpus import Article, Corpus

LIMIT = 10


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Index the articles of one task and ask its questions."""
    corpus = Corpus(
        Article.from_paragraphs(article["title"], article["paragraphs"], id=article["id"])
        for article in task["articles"]
    )
    return {
        "results": [
            {"id": question["id"], "ranked": ranked(corpus, question["q"])}
            for question in task["questions"]
        ]
    }


def ranked(corpus: Corpus, question: str) -> list[tuple[str, int, float]]:
    """Give the best paragraphs, counted from 0, with their confidence."""
    hits = corpus.search(question, LIMIT)
    return [(hit.article_id, hit.paragraph - 1, hit.confidence) for hit in hits]


if __name__ == "__main__":
    main()
