"""What changed in an article between two loads of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import TypeVar

from corpus.article import Article, Paragraph

REWORDED = 0.5
"""The least likeness between a paragraph and what it was reworded from. Of 57,000 pairs of different
paragraphs in one news article half had 0.08, mostly "of the" and the like, and 999 in 1,000 less
than 0.49."""

MOST_SHARED = 40
"""What stands in more paragraphs than this tells none apart and is not compared. So each word costs
a bounded time, and even articles of the same few words over and over are compared quickly."""

WORD = re.compile(r"\w+")

Pair = tuple[Paragraph, Paragraph]
"""A paragraph of the old version and one of the new."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A paragraph before and after, each with the number that it has in its version."""

    old: Paragraph
    new: Paragraph


@dataclass(frozen=True, slots=True)
class Changes:
    """How a new version of an article differs from the old one.

    `title`, `author` and `published` are (old, new) where they differ, else None. `added` have
    the numbers of the new version, `removed` those of the old. `reordered` is true where
    paragraphs that stayed word for word stand in another order.
    """

    title: tuple[str, str] | None = None
    author: tuple[str | None, str | None] | None = None
    published: tuple[date | None, date | None] | None = None
    added: tuple[Paragraph, ...] = ()
    removed: tuple[Paragraph, ...] = ()
    reworded: tuple[Rewording, ...] = ()
    reordered: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a reader would see."""
        return self == Changes()


def changes(old: Article, new: Article) -> Changes:
    """Compare two versions of an article.

    A paragraph is kept where its text is the same, wherever it stands; reworded where it has much
    in common with one that is gone; else added or removed. Each is paired once, the most alike first.
    """
    kept = _kept(old.paragraphs, new.paragraphs)
    kept_old, kept_new = {a.number for a, _ in kept}, {b.number for _, b in kept}
    gone = [p for p in old.paragraphs if p.number not in kept_old]
    come = [p for p in new.paragraphs if p.number not in kept_new]
    reworded = _reworded(gone, come)
    reworded_old, reworded_new = {r.old.number for r in reworded}, {r.new.number for r in reworded}
    return Changes(
        title=_difference(old.title, new.title),
        author=_difference(old.author, new.author),
        published=_difference(old.published, new.published),
        added=tuple(p for p in come if p.number not in reworded_new),
        removed=tuple(p for p in gone if p.number not in reworded_old),
        reworded=tuple(reworded),
        reordered=_is_reordered(kept),
    )


def _difference(old: T, new: T) -> tuple[T, T] | None:
    return None if old == new else (old, new)


def _kept(old: Iterable[Paragraph], new: Iterable[Paragraph]) -> list[Pair]:
    """Pair paragraphs of equal text, repeated ones in their order."""
    waiting: defaultdict[str, deque[Paragraph]] = defaultdict(deque)
    for paragraph in new:
        waiting[paragraph.text].append(paragraph)
    return [(p, waiting[p.text].popleft()) for p in old if waiting[p.text]]


def _is_reordered(kept: Sequence[Pair]) -> bool:
    """Tell whether kept paragraphs changed places, leaving out those that the text repeats."""
    times = Counter(old.text for old, _ in kept)
    places = [new.number for old, new in kept if times[old.text] == 1]
    return any(first > second for first, second in pairwise(places))


def _reworded(gone: Sequence[Paragraph], come: Sequence[Paragraph]) -> list[Rewording]:
    free_old, free_new = set(range(len(gone))), set(range(len(come)))
    reworded = []
    for _, _, i, j in sorted(_alike(gone, come)):
        if i in free_old and j in free_new:
            free_old.remove(i)
            free_new.remove(j)
            reworded.append(Rewording(gone[i], come[j]))
    return sorted(reworded, key=lambda rewording: rewording.new.number)


def _alike(
    gone: Sequence[Paragraph], come: Sequence[Paragraph]
) -> Iterator[tuple[float, int, int, int]]:
    """Yield the pairs that are alike as (-likeness, distance, place in gone, place in come).

    Likeness is Dice's coefficient of their words and pairs of words, from 0 to 1.
    """
    old, new = _telling_features(gone, come)
    holders = defaultdict(list)
    for j, features in enumerate(new):
        for feature in features:
            holders[feature].append(j)
    for i, features in enumerate(old):
        shared = Counter(chain.from_iterable(holders.get(feature, ()) for feature in features))
        for j, count in shared.items():
            likeness = 2 * count / (len(features) + len(new[j]))
            if likeness >= REWORDED:
                yield -likeness, abs(gone[i].number - come[j].number), i, j


def _telling_features(*versions: Sequence[Paragraph]) -> list[list[set[str]]]:
    """Return each paragraph's features, without those of more than MOST_SHARED paragraphs."""
    found = [[_features(paragraph) for paragraph in version] for version in versions]
    times = Counter(chain.from_iterable(chain.from_iterable(found)))
    common = {feature for feature, count in times.items() if count > MOST_SHARED}
    return [[features - common for features in version] for version in found]


def _features(paragraph: Paragraph) -> set[str]:
    words = WORD.findall(paragraph.text.casefold())
    return {*words, *(f"{first} {second}" for first, second in pairwise(words))}
