"""`/claims`: who says what, chosen by article, source and words, page by page."""

from __future__ import annotations

import re

from bot.discord.client import SourcesSay
from bot.discord.kit.notices import NOTHING_LOADED
from corpus.article import Article
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.discord_server import Guild

MANY = Article.from_paragraphs(
    "A long council meeting",
    [f"Councillor Ida Berg said that road number {n} is closed." for n in range(1, 13)],
)


async def test_claims_are_grouped_by_who_makes_them(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "claims")
    assert reply.ephemeral
    seen = read(reply.text).words.replace("\u00a0", " ")
    assert re.match(r"Who says what\n\d+ claims\n", seen)
    assert "Northline" in seen
    assert "every day\ndenies · ¶ 3" in seen
    assert f"{FERRY.title} · 5 November 2024" in seen


async def test_claims_are_chosen_by_article_source_and_words(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY, MARKET, MANY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    of_market = await ann.slash(channel, "claims", article=MARKET.id)
    assert "Ruth Okoye" in of_market.text
    assert "Northline" not in of_market.text
    of_source = await ann.slash(channel, "claims", source="northline")
    assert "Northline" in of_source.text
    assert "Okoye" not in of_source.text
    about = await ann.slash(channel, "claims", about="closed roads")
    assert "Ida Berg" in about.text
    assert "Okoye" not in about.text
    nothing = await ann.slash(channel, "claims", about="penguins", article=MARKET.id)
    assert (nothing.text, nothing.ephemeral) == ("No claims found.", True)
    nobody = await ann.slash(channel, "claims", source="Nobody Atall")
    assert "Nobody of that name" in nobody.text


async def test_sources_are_suggested_within_the_article_chosen(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    everyone = [choice.name for choice in await ann.autocomplete(channel, "claims", source="")]
    assert {"Northline", "Ruth Okoye"} <= set(everyone)
    inside = await ann.autocomplete(channel, "claims", article=MARKET.id, source="")
    assert "Northline" not in [choice.name for choice in inside]
    unknown = await ann.autocomplete(channel, "claims", article="no such article", source="")
    assert [choice.name for choice in unknown] == everyone
    typed = await ann.autocomplete(channel, "claims", source="okoye ruth")
    assert [choice.name for choice in typed] == ["Ruth Okoye"]


async def test_pages_of_claims_are_turned_on_the_same_card(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, MANY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "claims", about="road", source="Ida Berg")
    assert read(reply.text).words.startswith("Who says what about “road”\n12 claims")
    pages = [reply.text]
    for _ in range(2):
        turned = await ann.press(reply.button("More →"))
        assert turned.updates
        pages.append(reply.text)
    assert "More →" not in reply.text
    for number in range(1, 13):
        assert sum(f"number {number} is closed" in page for page in pages) == 1
    await ann.press(reply.button("← Back"))
    assert reply.text == pages[1]


async def test_where_nothing_is_loaded_it_says_so(bot: SourcesSay, guild: Guild) -> None:
    assert bot.is_ready()
    reply = await guild.add_member("Ann").slash(guild.add_channel("news"), "claims")
    assert (with_plain_commands(reply.text), reply.ephemeral) == (NOTHING_LOADED, True)
