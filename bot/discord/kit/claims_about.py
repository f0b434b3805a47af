"""The claims that somebody wants to see: newest first, those of one source together, in pages."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from re import Match
from typing import NamedTuple, Self

from bot.discord.kit.card import Card, Notice
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, claims_card
from bot.discord.kit.keys import digest_of, find_name
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.sending import replace_in_time, respond_in_time
from bot.discord.service import Interaction
from bot.language import N_, gettext
from bot.wording import NO_CLAIMS, counted, no_claims
from corpus.conversation.asked_topic import read_asked_topic
from corpus.topics import PlacedClaim, claims_asked_for

LONGEST_ABOUT = 50
"""Characters: they go into the buttons that turn the pages."""

TITLE = N_("Who says what")
ABOUT = N_("Who says what about “{}”")


class Wanted(NamedTuple):
    """Which claims: digests of a source and an article, and words; each may be empty."""

    source: str
    article: str
    about: str


class ClaimsPage(
    PageButton,
    template=r"claims:(?P<page>\d{1,4}):(?P<source>[0-9a-f]{12}|):(?P<article>[0-9a-f]{12}|):(?P<about>(?s:.{0,50}))",
):
    """Shows another page, from 0, of who says what: of a public card to the person alone."""

    def __init__(self, page: int, wanted: Wanted, label: str = "Page") -> None:
        super().__init__(f"claims:{page}:{':'.join(wanted)}", label)
        self.page = page
        self.wanted = wanted

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]), Wanted(match["source"], match["article"], match["about"]))

    async def press(self, interaction: Interaction) -> None:
        """Turn the page, or show it beside a card that others see."""
        making = self.make_card(interaction)
        if interaction.message and interaction.message.flags.ephemeral:
            await replace_in_time(interaction, making)
        else:
            await respond_in_time(interaction, making, private=True)

    async def make_card(self, interaction: Interaction) -> Card:
        """Find the claims again."""
        return await make_claims_card(await place_of(interaction), self.wanted, self.page)


async def card_asked_for(place: Place, question: str, article: str | None = None) -> Card | None:
    """Make the card for a question like "What do people say about the dam?", for all to see.

    It is None for any other question, and where too little is said to make a list. `article` is
    the id of the one article that is asked, if it is one.
    """
    asked = read_asked_topic(question)
    if asked is None or len(asked.about) > LONGEST_ABOUT:
        return None
    within = [article] if article else place.within
    chosen = claims_asked_for(asked, await place.claims_about(asked.about, within))
    if not chosen:
        return None
    source = digest_of(chosen[0].claim.source or "") if asked.source else ""
    wanted = Wanted(source, digest_of(article) if article else "", asked.about)
    return page_of_claims(chosen, wanted, private=False)


async def make_claims_card(place: Place, wanted: Wanted, page: int = 0) -> Card:
    """Make a page, from 0, of the claims that are wanted, for the person alone."""
    ids = [entry.id for entry in await place.entries()]
    if not ids:
        return Notice(gettext(NOTHING_LOADED))
    article_id = find_name(wanted.article, ids) if wanted.article else None
    if wanted.article and article_id is None:
        return Notice(gettext(NO_CLAIMS))
    within = [article_id] if article_id else place.within
    found = await place.claims_about(wanted.about, within)
    chosen = [placed for placed in found if _is_of(placed, wanted.source)]
    if not chosen:
        return await _none_found(place, within)
    return page_of_claims(chosen, wanted, page)


def page_of_claims(
    chosen: list[PlacedClaim], wanted: Wanted, page: int = 0, *, private: bool = True
) -> Card:
    """Lay out a page, from 0, of claims in the order of time, with the buttons to the others."""
    shown = page_of(chosen, page, CLAIMS_ON_A_PAGE)
    return claims_card(
        gettext(ABOUT).format(wanted.about) if wanted.about else gettext(TITLE),
        counted(len(chosen), "claim"),
        shown.items,
        turn=shown.turn(lambda number, label: ClaimsPage(number, wanted, label)),
        private=private,
    )


async def _none_found(place: Place, within: Collection[str] | None) -> Card:
    """Say that no claims were found, and in which articles none were looked for."""
    library, server = place.service.library, place.server
    stored = await library.claims(server, within)
    without = [await library.article(server, id_) for id_, claims in stored.items() if not claims]
    return Notice(await asyncio.to_thread(no_claims, without))


def _is_of(placed: PlacedClaim, source: str) -> bool:
    named = placed.claim.source
    return not source or (named is not None and digest_of(named) == source)
