"""The claims that somebody wants to see, a page at a time."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from re import Match
from typing import NamedTuple, Self

from bot.discord.kit.card import Card, Notice
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, PlacedClaim, claims_card, grouped
from bot.discord.kit.keys import digest_of, find_name
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import Place, place_of
from bot.discord.service import Interaction
from bot.language import N_, gettext
from bot.wording import NO_CLAIMS, counted, no_claims
from corpus.article import Article
from corpus.claims import Claim
from corpus.languages.english import terms

LONGEST_ABOUT = 50
"""Characters: they go into the buttons that turn the pages."""

TITLE = N_("Who says what")


class Wanted(NamedTuple):
    """Which claims: digests of a source and an article, and words; each may be empty."""

    source: str
    article: str
    about: str


class _StoredClaim(NamedTuple):
    article_id: str
    claim: Claim


class ClaimsPage(
    PageButton,
    template=r"claims:(?P<page>\d{1,4}):(?P<source>[0-9a-f]{12}|):(?P<article>[0-9a-f]{12}|):(?P<about>(?s:.{0,50}))",
):
    """Shows another page, from 0, of who says what."""

    def __init__(self, page: int, wanted: Wanted, label: str = "Page") -> None:
        super().__init__(f"claims:{page}:{':'.join(wanted)}", label)
        self.page = page
        self.wanted = wanted

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]), Wanted(match["source"], match["article"], match["about"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """Find the claims again."""
        return await make_claims_card(await place_of(interaction), self.wanted, self.page)


async def make_claims_card(place: Place, wanted: Wanted, page: int = 0) -> Card:
    """Make a page, from 0, of the claims that are wanted."""
    ids = [entry.id for entry in await place.entries()]
    if not ids:
        return Notice(gettext(NOTHING_LOADED))
    article_id = find_name(wanted.article, ids) if wanted.article else None
    if wanted.article and article_id is None:
        return Notice(gettext(NO_CLAIMS))
    within = [article_id] if article_id else place.within
    stored = await place.service.library.claims(place.server, within)
    chosen = await asyncio.to_thread(_choose, stored, wanted)
    if not chosen:
        without = [
            await place.service.library.article(place.server, id_)
            for id_, claims in stored.items()
            if not claims
        ]
        return Notice(await asyncio.to_thread(no_claims, without))
    shown = page_of(chosen, page, CLAIMS_ON_A_PAGE)
    return claims_card(
        gettext("Who says what about “{}”").format(wanted.about)
        if wanted.about
        else gettext(TITLE),
        counted(len(chosen), "claim"),
        await _placed(place, shown.items),
        turn=shown.turn(lambda number, label: ClaimsPage(number, wanted, label)),
        private=True,
    )


def _choose(stored: Mapping[str, Sequence[Claim]], wanted: Wanted) -> list[_StoredClaim]:
    """Choose the claims that are wanted, those of one source together."""
    about = set(terms(wanted.about))
    return grouped(
        [
            _StoredClaim(article_id, claim)
            for article_id, claims in stored.items()
            for claim in claims
            if _is_wanted(claim, wanted.source, about)
        ]
    )


def _is_wanted(claim: Claim, source: str, about: set[str]) -> bool:
    if source and (claim.source is None or digest_of(claim.source) != source):
        return False
    words = " ".join([claim.content, claim.source or "", claim.role or "", *claim.relays])
    return not about or about <= set(terms(words))


async def _placed(place: Place, claims: Sequence[_StoredClaim]) -> list[PlacedClaim]:
    library, server = place.service.library, place.server
    ids = dict.fromkeys(article_id for article_id, _ in claims)
    articles = {article_id: await library.article(server, article_id) for article_id in ids}
    return [
        PlacedClaim(claim, articles[article_id], _paragraph_of(claim, articles[article_id]))
        for article_id, claim in claims
    ]


def _paragraph_of(claim: Claim, article: Article) -> int:
    """Return the number, from 1, of the paragraph in which a claim's content begins."""
    start = claim.spans.content[0][0] if claim.spans.content else 0
    return max(bisect_right(article.paragraph_starts, start), 1)
