"""*Who says what* below an answer: of all passages that were found for it, those under *More* too."""

from __future__ import annotations

from bot.discord.client import SourcesSay
from corpus.article import Article
from tests.bot.discord.conftest import load, more_on
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Channel, Guild, Member

LATER = Article.from_paragraphs(
    FERRY.title,
    [
        *(paragraph.text for paragraph in FERRY.paragraphs[:5]),
        "The ferry needs a new engine for the winter, Ida Berg said.",
    ],
)
QUESTION = "When does the ferry stop for the winter?"


async def test_the_passages_that_the_card_only_counts_are_listed_too(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member
) -> None:
    await load(bot, guild, LATER)
    answer = await bot.service.library.ask(guild.id, QUESTION, 8)
    assert "Ida Berg" not in " ".join(passage.text for passage in answer.passages)
    card = await ann.slash(channel, "ask", question=QUESTION)
    assert "Ida Berg" not in card.text
    assert more_on(card)
    listed = await ann.press(card.button("Who says what"))
    assert listed.ephemeral
    assert "Ida Berg" in listed.text
