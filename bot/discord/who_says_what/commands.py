"""`/claims`: who says what, in all articles or in one, by one source or about something."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Card
from bot.discord.kit.choices import Choices, chosen_article_id, matching, suggest_articles
from bot.discord.kit.claims_about import LONGEST_ABOUT, Wanted, make_claims_card
from bot.discord.kit.keys import digest_of, find_name
from bot.discord.kit.limits import LONGEST_CHOICE
from bot.discord.kit.place import Place, let_ask, place_of
from bot.discord.kit.sending import as_choices, in_time, respond
from bot.discord.service import Interaction, service_of
from bot.language import N_, gettext

NO_SUCH_SOURCE = N_("Nobody of that name is quoted here. Choose a name from the list as you type.")


@app_commands.command(name="claims", description="See who says what in the articles loaded here")
@app_commands.describe(
    article="In this article alone",
    source="Of this person or organisation alone",
    about="About these words, in any form: the dam, tram depot",
)
@app_commands.guild_only()
async def claims(
    interaction: Interaction,
    article: str | None = None,
    source: str | None = None,
    about: app_commands.Range[str, 1, LONGEST_ABOUT] | None = None,
) -> None:
    """Show the first page, to the person alone."""
    async with in_time(interaction, private=True):
        place = await place_of(interaction)
        let_ask(place, interaction.user)
        card = await _first_page(place, article, source, about or "")
    await respond(interaction, card, private=True)


@claims.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


@claims.autocomplete("source")
async def _sources(interaction: Interaction, typed: str) -> Choices:
    """Suggest who is quoted, in the article chosen already if there is one, most quoted first.

    Where no such article is loaded, the person is told so when they use the command, not yet here.
    """
    server = interaction.guild_id
    if server is None:
        return []
    service = service_of(interaction)
    chosen = getattr(interaction.namespace, "article", None)
    try:
        within = [await chosen_article_id(service.library, server, chosen)] if chosen else None
    except DeclinedError:
        within = None
    names = await service.source_names.names(server, within)
    pairs = ((name, name if len(name) <= LONGEST_CHOICE else digest_of(name)) for name in names)
    return as_choices(matching(pairs, typed))


async def _first_page(place: Place, article: str | None, source: str | None, about: str) -> Card:
    service, server = place.service, place.server
    article_id = await chosen_article_id(service.library, server, article) if article else None
    names = await service.source_names.names(server) if source else []
    name = _source_chosen(names, source) if source else None
    wanted = Wanted(
        digest_of(name) if name else "", digest_of(article_id) if article_id else "", about
    )
    return await make_claims_card(place, wanted)


def _source_chosen(names: Iterable[str], chosen: str) -> str:
    """Find the name chosen, whatever its case; raises DeclinedError where nobody has it."""
    known = list(names)
    typed = chosen.strip().casefold()
    same = (name for name in known if name.casefold() == typed)
    name = next(same, None) or find_name(chosen, known)
    if name is None:
        raise DeclinedError(gettext(NO_SUCH_SOURCE))
    return name
