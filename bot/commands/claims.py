"""`/claims`: who says what, in all articles or in one, by one source or about something."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from discord import app_commands

from bot.article_keys import digest_of, named
from bot.asking import Place, let_ask, place_of
from bot.buttons.page import ClaimsPage
from bot.cards.card import Card, Notice, Part
from bot.cards.claims import CLAIMS_ON_A_PAGE, Placed, claims_card, grouped
from bot.cards.notices import NOTHING_LOADED
from bot.commands.choices import (
    Choices,
    article_chosen,
    source_chosen,
    suggest_articles,
    suggest_sources,
)
from bot.interaction import Interaction
from bot.sending import respond_in_time
from bot.wording import counted
from corpus.article import Article
from corpus.claims import Claim
from corpus.languages.english import terms

LONGEST_ABOUT = 50
"""Characters: they go into the buttons that turn the pages."""

TITLE = "Who says what"
NO_CLAIMS = "No claims found."


class Wanted(NamedTuple):
    """Which claims: digests of a source and an article, and words; each may be empty."""

    source: str
    article: str
    about: str


class _Found(NamedTuple):
    article_id: str
    claim: Claim


@app_commands.command(name="claims", description="See who says what in the articles loaded here")
@app_commands.describe(
    article="In this article alone",
    source="Of this person or organisation alone",
    about="About these words",
)
@app_commands.guild_only()
async def claims(
    interaction: Interaction,
    article: str | None = None,
    source: str | None = None,
    about: app_commands.Range[str, 1, LONGEST_ABOUT] | None = None,
) -> None:
    """Show the first page, to the person alone."""
    place = await place_of(interaction)
    let_ask(place, interaction.user)
    making = _first_page(place, article, source, about or "")
    await respond_in_time(interaction, making, private=True)


@claims.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


@claims.autocomplete("source")
async def _sources(interaction: Interaction, typed: str) -> Choices:
    return await suggest_sources(interaction, typed)


async def _first_page(place: Place, article: str | None, source: str | None, about: str) -> Card:
    client, server = place.client, place.server
    article_id = await article_chosen(client.library, server, article) if article else None
    names = await client.sources.names(server) if source else []
    name = source_chosen(names, source) if source else None
    wanted = Wanted(
        digest_of(name) if name else "", digest_of(article_id) if article_id else "", about
    )
    return await find_claims_card(place, wanted)


async def find_claims_card(place: Place, wanted: Wanted, page: int = 0) -> Card:
    """Make a page, from 0, of the claims that are wanted."""
    library, server = place.client.library, place.server
    ids = [entry.id for entry in await library.articles(server)]
    if not ids:
        return Notice(NOTHING_LOADED)
    article_id = named(wanted.article, ids) if wanted.article else None
    if wanted.article and article_id is None:
        return Notice(NO_CLAIMS)
    stored = await library.claims(server, [article_id] if article_id else place.within)
    found = await asyncio.to_thread(_choose, stored, wanted)
    if not found:
        return Notice(NO_CLAIMS)
    page = min(page, ceil(len(found) / CLAIMS_ON_A_PAGE) - 1)
    first = page * CLAIMS_ON_A_PAGE
    shown = await _placed(place, found[first : first + CLAIMS_ON_A_PAGE])
    return claims_card(
        f"{TITLE} about “{wanted.about}”" if wanted.about else TITLE,
        counted(len(found), "claim"),
        shown,
        turn=_turn(wanted, page, len(found)),
        private=True,
    )


def _choose(stored: Mapping[str, Sequence[Claim]], wanted: Wanted) -> list[_Found]:
    """Choose the claims that are wanted, those of one source together."""
    about = set(terms(wanted.about))
    found = [
        _Found(article_id, claim)
        for article_id, claims_there in stored.items()
        for claim in claims_there
        if _is_wanted(claim, wanted.source, about)
    ]
    return grouped(found)


def _is_wanted(claim: Claim, source: str, about: set[str]) -> bool:
    if source and (claim.source is None or digest_of(claim.source) != source):
        return False
    words = " ".join([claim.content, claim.source or "", claim.role or "", *claim.relays])
    return not about or about <= set(terms(words))


async def _placed(place: Place, found: Sequence[_Found]) -> list[Placed]:
    library, server = place.client.library, place.server
    ids = dict.fromkeys(article_id for article_id, _ in found)
    articles = {article_id: await library.article(server, article_id) for article_id in ids}
    return [
        Placed(claim, articles[article_id], _paragraph_of(claim, articles[article_id]))
        for article_id, claim in found
    ]


def _paragraph_of(claim: Claim, article: Article) -> int:
    """Give the number, from 1, of the paragraph in which a claim's content begins."""
    start = claim.spans.content[0][0] if claim.spans.content else 0
    return max(bisect_right(article.paragraph_starts, start), 1)


def _turn(wanted: Wanted, page: int, count: int) -> list[Part]:
    source, article, about = wanted
    turn: list[Part] = []
    if page > 0:
        turn.append(ClaimsPage(page - 1, source, article, about, "← Back"))
    if (page + 1) * CLAIMS_ON_A_PAGE < count:
        turn.append(ClaimsPage(page + 1, source, article, about, "More →"))
    return turn
