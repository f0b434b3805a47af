"""`/library update`: an article is read again."""

from __future__ import annotations

from bot.discord.client import SourcesSay
from corpus.article import Article
from tests.bot.discord.conftest import load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newspaper import Newspaper, outcome
from tests.bot.discord.newsroom import DIKE
from tests.discord_server import Channel, File, Guild, Member


async def test_an_article_is_fetched_again_and_what_changed_is_shown(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/dike", "Dike holds", *DIKE)
    await outcome(await moderator.slash(channel, "library add", url=url))
    newspaper.publish("/dike", "Dike gives way", DIKE[0], DIKE[1].replace("300", "450"), DIKE[2])
    (choice,) = await moderator.autocomplete(channel, "library update", article="dike")
    reply = await moderator.slash(channel, "library update", article=choice.value)
    words = read((await outcome(reply)).text).words
    assert "Title is now “Dike gives way”\nwas “Dike holds”" in words
    assert "¶ 2 is now “Some 450 volunteers" in words
    assert "was “Some 300 volunteers" in words
    reply = await moderator.slash(channel, "library update", article=choice.value)
    assert "nothing has changed" in (await outcome(reply)).text
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_an_article_from_a_file_is_updated_from_a_file(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    pasted = Article.from_paragraphs("Minutes of the council", ["The council met on Monday."])
    await load(bot, guild, pasted)
    refused = await moderator.slash(channel, "library update", article=pasted.id)
    assert "use the option `file`" in (await outcome(refused)).text
    new = File("minutes.txt", "\n\n".join(DIKE).encode())
    reply = await moderator.slash(channel, "library update", article=pasted.id, file=new)
    assert "Updated" in (await outcome(reply)).text
    (entry,) = await bot.service.library.articles(guild.id)
    assert entry.id == pasted.id


async def test_a_page_that_is_gone_leaves_the_article_as_it_was(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, newspaper: Newspaper
) -> None:
    url = newspaper.publish("/dike", "Dike holds", *DIKE)
    await outcome(await moderator.slash(channel, "library add", url=url))
    newspaper.pages.clear()
    reply = await moderator.slash(channel, "library update", article="Dike holds")
    said = await outcome(reply)
    assert (said.ephemeral, "404" in said.text) == (True, True)
    (entry,) = await bot.service.library.articles(guild.id)
    assert entry.title == "Dike holds"
