"""Searching at the place where somebody asks: for an answer, and for what a button stood under."""

from __future__ import annotations

from bot.conversation import Asked, Talked, answer_in_talk
from bot.discord.asking.card import Searched
from bot.discord.kit.keys import find_name
from bot.discord.kit.place import Place

PASSAGES_MORE = 3
"""Passages shown with each press of *More*."""


async def searched_at(place: Place) -> Searched:
    """Return the articles that are searched at a place."""
    return Searched(await place.searched(), limited=place.within is not None)


def passages_to_find(shown: int) -> int:
    """Return how many passages to ask for where `shown` are shown: the rest is counted on *More*."""
    return shown + PASSAGES_MORE + 1


async def answer_asked(place: Place, asked: Asked, most: int, article: str | None) -> Talked:
    """Answer what is asked with `most` passages at most, from one article where its id is given."""
    return await answer_in_talk(
        lambda question, only: place.ask(question, most, article or only), asked
    )


async def article_of_key(place: Place, key: str) -> str | None:
    """Find the id of the article with this key; None for no key. An id that is gone finds nothing."""
    if not key:
        return None
    return find_name(key, (entry.id for entry in await place.entries())) or key
