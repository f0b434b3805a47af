"""Files of questions whose answering paragraphs are marked, read.

A file has one article a line: `{"article", "title", "corpus", "paragraphs": [text], "questions":
[{"q", "gold": [paragraph], "answers": [text], "unanswerable"}]}`. `corpus` names the articles that
are searched together. Paragraphs count from 0; `gold` are those that answer, none for an
unanswerable question. `gold_all`, where there is one, lists `[article, paragraph]` anywhere in the
same `corpus`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus import Article


def read_collections(path: Path) -> list[list[Any]]:
    """Read a file's articles in its order, those of one `corpus` together."""
    collections: dict[str, list[Any]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            collections[article["corpus"]].append(article)
    return list(collections.values())


def name_of(path: Path) -> str:
    """Return a file's name up to the first dot, by which its articles are held out."""
    return path.name.split(".")[0]


def is_news(path: Path) -> bool:
    """Tell whether a file holds news: what the bot is for, and what the reader never learns from."""
    return name_of(path) == "news"


def articles_of(entries: Iterable[Any]) -> list[Article]:
    """Make articles of some of a file's entries, each with its name as id."""
    return [
        Article.from_paragraphs(entry["title"], entry["paragraphs"], id=entry["article"])
        for entry in entries
    ]


def gold_of(question: Any, article: Any, searched: Sequence[Any]) -> set[tuple[str, int]]:
    """Return the paragraphs that answer, as article id and number from 1.

    `article` is the entry the question stands in, `searched` are all that are searched.
    """
    if len(searched) > 1 and "gold_all" in question:
        return {(name, place + 1) for name, place in question["gold_all"]}
    return {(article["article"], place + 1) for place in question["gold"]}
