"""Claims in the order of time: the newest first, those of one source together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from corpus.claims.claim import bare_name
from corpus.topics.changed import with_changes
from corpus.topics.placed import PlacedClaim


def timeline(claims: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Put claims, given in the order their articles were loaded, into the order of time.

    The source that spoke last comes first, whoever is not named last of all. Of one source the
    newest article comes first, within an article the order of the text stays. Articles without a
    date come after those with one. Each claim is told what its source said before, if that changed.
    """
    loaded: dict[str, int] = {}
    for placed in claims:
        loaded.setdefault(placed.article.id, len(loaded))

    def newness(placed: PlacedClaim) -> tuple[date, int]:
        return placed.article.published or date.min, loaded[placed.article.id]

    by_source: defaultdict[str, list[PlacedClaim]] = defaultdict(list)
    for placed in sorted(claims, key=newness, reverse=True):
        by_source[bare_name(placed.claim.source or "")].append(placed)
    unnamed = by_source.pop("", [])
    groups = sorted(by_source.values(), key=lambda group: newness(group[0]), reverse=True)
    return [placed for group in groups for placed in with_changes(group)] + unnamed
