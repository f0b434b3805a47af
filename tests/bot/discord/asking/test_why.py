"""*Why?* under an answer and under "nothing found": for moderators, privately, also after a restart."""

from __future__ import annotations

from bot.discord.client import SourcesSay
from bot.discord.kit.failures import NOT_ALLOWED
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import DiscordServer, Guild, Message

QUESTION = "How many passengers take the ferry to Sandholm?"
UNANSWERED = "Who *repairs* the lighthouse of Sandholm?"
LONG = "Who repairs the old lighthouse, " + "and the older one that stands behind it, " * 5


def words(message: Message) -> str:
    """Return what a person reads."""
    return read(message.text).words.replace("\u00a0", " ")


async def test_a_moderator_reads_the_numbers_and_a_member_is_refused(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild, passages=1)
    channel = guild.add_channel("news")
    ann, mod = guild.add_member("Ann"), guild.add_member("Mod", manage_messages=True)
    card = await ann.slash(channel, "ask", question=QUESTION)
    refused = await ann.press(card.button("Why?"))
    assert (refused.text, refused.ephemeral) == (NOT_ALLOWED, True)
    reply = await mod.press(card.button("Why?"))
    assert reply.ephemeral
    lines = words(reply.message).splitlines()
    assert lines[0] == QUESTION
    assert lines[1].startswith("Looked for: passengers ")
    assert lines[2] == "Asks for: a number of “passengers”"
    assert lines[3] == "Shown: from a confidence of 0.17, 1 passage at most"
    assert lines[4].startswith(f"shown · {FERRY.title} · ¶ ")
    assert lines[5].startswith("Confidence ")
    assert "bar 0.17" in lines[5]
    assert any(line.startswith("not shown: beyond the limit") for line in lines)
    assert "Jon Aas (the full name stands there) · chance" in words(reply.message)
    assert card.message.edits == 0


async def test_it_works_after_a_restart_and_under_nothing_found(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    mod = guild.add_member("Mod", manage_messages=True)
    async with running() as bot:
        await load(bot, guild, FERRY)
        await configure(bot, guild)
        cards = [
            await mod.slash(channel, "ask", question=question)
            for question in (QUESTION, UNANSWERED, LONG)
        ]
        before = [(await mod.press(card.button("Why?"))).text for card in cards]
    async with running() as bot:
        after = [await mod.press(card.button("Why?")) for card in cards]
        assert [reply.text for reply in after] == before
        assert [words(reply.message).splitlines()[0] for reply in after] == [
            QUESTION,
            UNANSWERED,
            LONG.strip(),
        ]
    assert "not shown: below the bar" in words(after[1].message)
    assert not words(cards[1].message).startswith(UNANSWERED)
    assert words(cards[2].message).startswith(LONG.strip())


async def test_it_explains_what_was_searched_one_article_alone(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    mod = guild.add_member("Mod", manage_messages=True)
    question = "Where does the ferry or the market move?"
    card = await mod.slash(channel, "ask", question=question, article=MARKET.id)
    told = words((await mod.press(card.button("Why?"))).message)
    assert MARKET.title in told
    assert FERRY.title not in told


async def test_nothing_to_explain_has_no_button_and_no_paragraphs_are_told(
    bot: SourcesSay, guild: Guild
) -> None:
    channel = guild.add_channel("news")
    mod = guild.add_member("Mod", manage_messages=True)
    empty = await mod.slash(channel, "ask", question=UNANSWERED)
    assert [button.label for button in empty.buttons] == []
    await load(bot, guild, MARKET)
    await configure(bot, guild)
    card = await mod.slash(channel, "ask", question="Penguins?")
    reply = await mod.press(card.button("Why?"))
    assert "penguins 1.1 (in no paragraph)" in words(reply.message)


async def test_hostile_words_stay_words(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, HOSTILE)
    channel = guild.add_channel("news")
    mod = guild.add_member("Mod", manage_messages=True)
    card = await mod.slash(channel, "ask", question="What is the zebra quota?")
    reply = await mod.press(card.button("Why?"))
    assert set(read(reply.text).acts) <= {"heading", "bold", "small"}
