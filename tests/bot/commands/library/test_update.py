"""`/library update`, `rename` and `show`."""

from __future__ import annotations

from typing import Any

from bot.client import SourcesSay
from corpus.article import Article
from corpus.library.store import audit
from tests.bot.commands.library.conftest import Newspaper, outcome
from tests.bot.conftest import load
from tests.bot.discord_markdown import read
from tests.bot.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import Channel, File, Guild, Member

DIKE = (
    "The dike at Lower Aalby holds, the water board said on Wednesday after a night of rain.",
    "Some 300 volunteers filled 9,000 bags with sand, mayor Tove Lind told Radio Coast.",
    "Trains between Port Alder and Aalby run again on Thursday, the railway said in the evening.",
)


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
    assert len(await bot.library.articles(guild.id)) == 1


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
    (entry,) = await bot.library.articles(guild.id)
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
    (entry,) = await bot.library.articles(guild.id)
    assert entry.title == "Dike holds"


async def test_an_article_is_renamed(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    title = "  No   ferry *until* spring "
    reply = await moderator.slash(channel, "library rename", article=FERRY.id, title=title)
    assert read(reply.text).words.endswith("is now called No ferry *until* spring.")
    (entry,) = await bot.library.articles(guild.id)
    assert entry.title == "No ferry *until* spring"
    refused = await moderator.slash(
        channel, "library rename", article=FERRY.id, title="\u200b\u2800"
    )
    assert "Give a title that can be seen." in refused.text


async def test_an_article_that_is_not_there_is_one_sentence(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    titled: dict[str, Any] = {"title": "x"}
    for command, more in (("update", {}), ("rename", titled), ("remove", {}), ("show", {})):
        reply = await moderator.slash(channel, f"library {command}", article="nonsense", **more)
        assert (reply.ephemeral, "There is no such article here" in reply.text) == (True, True)


async def test_an_article_is_shown_with_where_it_came_from(
    channel: Channel, moderator: Member
) -> None:
    file = File("dike.md", b"# Dike holds\n\n" + "\n\n".join(DIKE).encode())
    await outcome(await moderator.slash(channel, "library add", file=file))
    reply = await moderator.slash(channel, "library show", article="Dike holds")
    words = read((await outcome(reply)).text).words
    assert words.startswith("Dike holds\n")
    assert "English" in words
    assert "3 paragraphs" in words
    assert f"by {moderator.mention}" in words
    assert "From dike.md · 1 KB" in words
    read_it = await moderator.press(reply.button("Read it"))
    assert "9,000 bags" in read_it.text


async def test_hostile_articles_are_shown_and_nothing_else(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, HOSTILE)
    reply = await moderator.slash(channel, "library show", article=HOSTILE.id)
    seen = read(reply.text)
    assert seen.links == ["https://news.example/zebra%281%29"]
    assert set(seen.acts) <= {"heading", "link", "quote", "small", "time"}
    assert not reply.message.pings
    reply = await moderator.slash(channel, "library remove", article=HOSTILE.id)
    assert set(read(reply.text).acts) <= {"bold"}


async def test_the_library_as_a_whole_shows_who_changed_it(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY, MARKET)
    empty = await moderator.slash(channel, "library show")
    assert "2 articles" in empty.text
    assert "Nobody has changed it yet" in empty.text
    await moderator.slash(channel, "library rename", article=FERRY.id, title="@everyone *")
    reply = await moderator.slash(channel, "library show")
    assert f"{moderator.mention} renamed Ferry to Sandholm" in read(reply.text).words
    assert "→ @everyone *" in read(reply.text).words
    assert not reply.message.pings
    assert [line.who for line in await audit.newest(bot.store, guild.id)] == [moderator.user.id]
