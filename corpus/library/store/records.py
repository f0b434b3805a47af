"""What the store hands out, as plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from corpus.article import Article
from corpus.claims.claim import Claim


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of loading an article.

    `article` is as stored: where it was recognised as one loaded before, it has that one's id, and
    `previous` is what stood there. `changed` is false where it stood there exactly so already.
    """

    article: Article
    previous: Article | None
    changed: bool

    @property
    def outcome(self) -> Literal["added", "updated", "unchanged"]:
        """What loading did, in a word."""
        if not self.changed:
            return "unchanged"
        return "updated" if self.previous else "added"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a server's list of articles: an article without its paragraphs.

    `paragraphs` is their number. `loaded_at` is in UTC, when it was last loaded or updated;
    `loaded_by` is who did, by Discord's user id, and None from the terminal.
    """

    id: str
    title: str
    url: str | None
    published: date | None
    paragraphs: int
    loaded_at: datetime
    loaded_by: int | None


@dataclass(frozen=True, slots=True)
class RemovedEntry:
    """A removed article that can still be brought back; `removed_at` is in UTC."""

    id: str
    title: str
    removed_at: datetime


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """An article that is there again, with what was to be kept beside it."""

    article: Article
    beside: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A server's articles at one revision, or what changed up to it.

    `ids` are all its articles, in the order they were first loaded; `changed` are those that
    changed after the revision asked about, with their claims (None where these have gone), in the
    same order; `words` are what `corpus.answering.article_words` stored with them, by article id.
    """

    revision: int
    ids: tuple[str, ...]
    changed: tuple[tuple[Article, Sequence[Claim] | None], ...]
    words: Mapping[str, bytes]
