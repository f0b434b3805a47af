"""The groups of a file, read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus import Article

Place = tuple[str, int]
"""A paragraph: the id of its article and its number, from 1."""


@dataclass(frozen=True, slots=True)
class MemberQuestion:
    """A question as typed, and what answers it: the paragraphs, and the shortest words in them."""

    text: str
    kind: str
    right: frozenset[Place]
    words: tuple[str, ...]

    @property
    def is_answered(self) -> bool:
        """Whether an article of its group answers it."""
        return bool(self.right)


@dataclass(frozen=True, slots=True)
class Group:
    """Articles on one story, and what is asked of them; an article's id is "GROUP/NUMBER"."""

    name: str
    articles: tuple[Article, ...]
    questions: tuple[MemberQuestion, ...]


def read_groups(path: Path) -> list[Group]:
    """Read a file's groups in its order."""
    with path.open(encoding="utf-8") as lines:
        return [_group(entry) for entry in map(json.loads, lines)]


def _group(entry: Any) -> Group:
    name = entry["id"]
    articles = tuple(
        Article.from_paragraphs(
            article["title"],
            article["paragraphs"],
            id=f"{name}/{number}",
            publisher=article["publisher"],
            published=date.fromisoformat(article["published"]),
        )
        for number, article in enumerate(entry["articles"], start=1)
    )
    questions = tuple(
        MemberQuestion(
            question["q"],
            question["kind"],
            frozenset((f"{name}/{article}", paragraph) for article, paragraph in question["right"]),
            tuple(question["words"]),
        )
        for question in entry["questions"]
    )
    return Group(name, articles, questions)
