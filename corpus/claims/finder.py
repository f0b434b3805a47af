"""What finds attributions in a text, whatever it is, keeps to `Finder`.

A finder says where the words are: who speaks, which words attribute, what is attributed. It names
nobody, judges nothing and inherits nothing: linking, names, relays and stance come after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from corpus.article import Span
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its source and its content, as offsets into the whole text.

    `source` is () where the sentence leaves it to the attribution before ("…, adding that …").
    `content` has at least one span; spans of a part are in order, not empty, not overlapping.
    `relays` are those whom the claim came through that stand in the source's usual place: a finder
    leaves it (). `resolution` says where the source comes from that the finder did not mark.
    `confidence`, from 0 to 1, is the share of such attributions that are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    relays: tuple[Span, ...] = ()
    confidence: float = 1.0
    resolution: Resolution | None = None


def in_order(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Put attributions in the order of their first words."""
    return sorted(attributions, key=lambda each: min(each.source + each.cue + each.content))


class Finder(Protocol):
    """Find who is said to have said what."""

    def find(self, document: Document) -> list[Attribution]:
        """Find the attributions in each paragraph, in order of their first words.

        Never raises, whatever the text.
        """
        ...
