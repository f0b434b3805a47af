"""Who makes claims in a server's articles, kept in memory so that names are suggested at once."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from corpus.claims import Claim
from corpus.library import Library

SERVERS_REMEMBERED = 50
"""Servers whose names are kept in memory: some ten thousand names in all."""


class _Known(NamedTuple):
    revision: int
    by_article: Mapping[str, Counter[str]]


class SourceNames:
    """The names of the sources in each server's articles, read again when the articles have changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: OrderedDict[int, _Known] = OrderedDict()

    async def names(self, server: int, article_ids: Collection[str] | None = None) -> list[str]:
        """List who makes claims, most claims first; in some articles or in all."""
        known = await self._read(server)
        total: Counter[str] = Counter()
        for article_id, counts in known.by_article.items():
            if article_ids is None or article_id in article_ids:
                total.update(counts)
        return [name for name, _ in total.most_common()]

    async def _read(self, server: int) -> _Known:
        revision = await self._library.store.revision(server)
        known = self._known.pop(server, None)
        if known is None or known.revision != revision:
            claims = await self._library.claims(server)
            known = _Known(revision, await asyncio.to_thread(_count, claims))
        self._known[server] = known
        while len(self._known) > SERVERS_REMEMBERED:
            self._known.popitem(last=False)
        return known


def _count(claims: Mapping[str, Sequence[Claim]]) -> dict[str, Counter[str]]:
    return {article_id: Counter(_names_in(in_article)) for article_id, in_article in claims.items()}


def _names_in(claims: Iterable[Claim]) -> Iterable[str]:
    return (claim.source for claim in claims if claim.source)
