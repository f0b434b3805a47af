"""`/ask` and what follows from its card, as members live it."""

from __future__ import annotations

import asyncio

import pytest

from bot.discord.client import SourcesSay
from bot.discord.kit.notices import NOTHING_LOADED
from bot.wording import NOTHING_FOUND
from corpus.library.store import questions
from tests.bot.discord.conftest import Running, configure, load, more_on
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET, SHIPYARD
from tests.discord_server import DiscordServer, Guild, Member, Message

QUESTION = "How many passengers take the ferry to Sandholm?"


def words(message: Message) -> str:
    """Return what a person reads, without what Discord does with Markdown."""
    return read(message.text).words.replace("\u00a0", " ")


async def test_a_question_is_answered_word_for_word_with_who_says_it(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "ask", question=QUESTION)
    assert not reply.ephemeral
    lines = words(reply.message).splitlines()
    assert lines[0] == QUESTION
    assert FERRY.paragraphs[1].text in lines
    assert lines[1] == "340 — Jon Aas, harbour master · asserts"
    assert lines[3].startswith("⚖️ Northline denies: “")
    assert "340 passengers take the ferry" in lines[3]
    (where,) = (line for line in lines if FERRY.title in line)
    assert where.startswith(f"{FERRY.title} · ¶ 2 · 5 November 2024")
    assert "**passengers** **take** the **ferry**" in reply.text
    assert "market" not in reply.text
    assert reply.components[0]["accent_color"]


async def test_from_card_to_vote_and_all_again_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    async with running() as bot:
        await load(bot, guild, FERRY)
        await configure(bot, guild, passages=1)
        card = await ann.slash(channel, "ask", question=QUESTION)
        before = await press_everything(card.message, bob)
    async with running() as bot:
        assert await press_everything(card.message, bob) == before
        assert await questions.kept(bot.service.store, guild.id) == []
        await bob.press(card.message.button("👎"))
        await discord.settled()
        kept = await questions.kept(bot.service.store, guild.id)
        assert [(k.question.text, k.helpful, k.unhelpful) for k in kept] == [(QUESTION, 0, 1)]
    votes = [(button.emoji, button.label) for button in card.message.buttons if button.emoji]
    assert votes == [("👍", ""), ("👎", "1")]


async def press_everything(card: Message, person: Member) -> list[str]:
    """Press everything on a card as somebody else than the asker; give what that person reads."""
    more = await person.press(more_on(card))
    context = await person.press(card.button("In context"))
    who = await person.press(card.button("Who says what"))
    assert all(reply.ephemeral for reply in (more, context, who))
    assert QUESTION in more.text
    assert more.text != card.text
    assert FERRY.paragraphs[1].text in words(context.message)
    assert "**¶\u00a0" in context.text
    assert "Jon Aas" in who.text
    assert "denies" in who.text
    vote = await person.press(card.button("👍"))
    taken_back = await person.press(card.button("👍"))
    assert vote.ephemeral
    assert "kept" in vote.text
    assert "taken back" in taken_back.text
    return [reply.text for reply in (more, context, who, vote)]


async def test_context_is_turned_page_by_page(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    card = await ann.slash(channel, "ask", question="Which ferry was built in 1972?")
    context = await ann.press(card.button("In context"))
    shown = words(context.message)
    assert f"¶ 6\n{FERRY.paragraphs[5].text}" in shown
    assert f"¶ 5 · {FERRY.paragraphs[4].text}" in shown
    assert "was **built** in **1972**" in context.text
    for number in (5, 4, 3, 2, 1):
        turned = await ann.press(context.button(f"← ¶ {number}"))
        assert turned.updates
        assert turned.message is context.message
        assert f"**¶\u00a0{number}**" in context.text
    assert [button.label for button in context.buttons] == ["¶ 2 →"]


async def test_nothing_found_is_said_to_the_asker_alone_with_what_is_loaded(
    bot: SourcesSay, guild: Guild
) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    empty = await ann.slash(channel, "ask", question="Who repairs the lighthouse?")
    assert (with_plain_commands(empty.text), empty.ephemeral) == (NOTHING_LOADED, True)
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild)
    reply = await ann.slash(channel, "ask", question="Who *repairs* the lighthouse?")
    assert reply.ephemeral
    assert words(reply.message).splitlines() == [
        NOTHING_FOUND,
        "Loaded here:",
        MARKET.title,
        FERRY.title,
        "Other words may help. All: /articles",
        "Why?",
    ]


async def test_an_article_is_suggested_and_asked_alone(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild, passages=1)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    assert await ann.autocomplete(channel, "ask", question="a", article="TRAM depot") == [
        (MARKET.title, MARKET.id)
    ]
    assert len(await ann.autocomplete(channel, "ask", question="a", article="")) == 2
    reply = await ann.slash(channel, "ask", question="Where does it move?", article=MARKET.id)
    assert "tram depot" in words(reply.message)
    typed = await ann.slash(channel, "ask", question=QUESTION, article=FERRY.title.upper())
    assert "Sandholm" in typed.text
    more = await ann.press(more_on(typed))
    assert FERRY.title in words(more.message)
    wrong = await ann.slash(channel, "ask", question=QUESTION, article="Nothing like it")
    assert wrong.ephemeral
    assert "no such article" in wrong.text


async def test_answers_are_private_when_asked_or_decided_so(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, private=True)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    assert (await ann.slash(channel, "ask", question=QUESTION)).ephemeral
    assert not (await ann.slash(channel, "ask", question=QUESTION, private=False)).ephemeral
    await configure(bot, guild)
    assert (await ann.slash(channel, "ask", question=QUESTION, private=True)).ephemeral


async def test_a_channel_searches_its_own_articles_and_the_rest_searches_all(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    boats, news = guild.add_channel("boats"), guild.add_channel("news")
    await configure(bot, guild, channels={boats.id: (FERRY.id,)})
    ann = guild.add_member("Ann")
    question = "Where does the night market move?"
    nothing = await ann.slash(boats, "ask", question=question)
    assert nothing.ephemeral
    assert "Only these are searched in this channel:" in nothing.text
    assert FERRY.title in nothing.text
    assert MARKET.title not in nothing.text
    assert not (await ann.slash(news, "ask", question=question)).ephemeral


async def test_a_heading_names_people_and_channels_as_readers_see_them(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    asked = f"<@{ann.user.id}> how many passengers take the ferry, <#{channel.id}>? <:boat:1311400000000000001>"
    card = await ann.slash(channel, "ask", question=asked)
    assert words(card.message).splitlines()[0] == (
        "Ann how many passengers take the ferry, #news? :boat:"
    )


async def test_people_pause_between_questions(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, cooldown=3600)
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    assert not (await ann.slash(channel, "ask", question=QUESTION)).ephemeral
    again = await ann.slash(channel, "ask", question=QUESTION)
    assert again.ephemeral
    assert again.text.startswith("One moment, please: you can ask again in 3")
    assert not (await bob.slash(channel, "ask", question=QUESTION)).ephemeral


async def test_only_a_role_may_ask_where_moderators_decide_so(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    role = guild.add_role("*Readers*")
    await configure(bot, guild, asked_by=role.id)
    channel = guild.add_channel("news")
    reader, other = guild.add_member("Ann", role), guild.add_member("Bob")
    moderator = guild.add_member("Mod", manage_messages=True)
    refused = await other.slash(channel, "ask", question=QUESTION)
    assert refused.ephemeral
    assert "with the role “*Readers*” can ask" in words(refused.message)
    for person in (reader, moderator):
        assert "Jon Aas" in (await person.slash(channel, "ask", question=QUESTION)).text


async def test_questions_are_kept_only_where_moderators_decide_so(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    await ann.slash(channel, "ask", question=QUESTION)
    assert await questions.kept(bot.service.store, guild.id) == []
    await configure(bot, guild, keep_questions=True)
    await ann.slash(channel, "ask", question=QUESTION)
    await ann.slash(channel, "ask", question="Who repairs the lighthouse?")
    await guild.server.settled()
    kept = [judged.question for judged in await questions.kept(bot.service.store, guild.id)]
    assert [(q.text, q.answered, q.channel) for q in kept] == [
        ("Who repairs the lighthouse?", False, channel.id),
        (QUESTION, True, channel.id),
    ]


async def test_two_servers_never_see_each_other(
    discord: DiscordServer, bot: SourcesSay, guild: Guild
) -> None:
    other = discord.add_guild("Elsewhere")
    await load(bot, guild, FERRY)
    ann = discord.add_user("Ann")
    here, there = guild.add_member(ann), other.add_member(ann)
    channel, elsewhere = guild.add_channel("news"), other.add_channel("news")
    card = await here.slash(channel, "ask", question=QUESTION)
    assert "Jon Aas" in card.text
    for reply in (
        await there.slash(elsewhere, "ask", question=QUESTION),
        await there.slash(elsewhere, "articles"),
        await there.slash(elsewhere, "claims"),
        await there.slash(elsewhere, "claims", article=FERRY.id),
        await there.slash(elsewhere, "ask", question=QUESTION, article=FERRY.id),
    ):
        assert "Jon Aas" not in reply.text
        assert FERRY.title not in reply.text
    assert await there.autocomplete(elsewhere, "ask", question="a", article="") == []
    assert await there.autocomplete(elsewhere, "claims", source="") == []


async def test_a_removed_article_is_no_longer_shown_by_an_old_card(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    await configure(bot, guild, passages=1)
    card = await ann.slash(channel, "ask", question=QUESTION)
    await bot.service.library.remove(guild.id, FERRY.id)
    for button in (more_on(card), card.button("In context"), card.button("Who says what")):
        reply = await ann.press(button)
        assert reply.ephemeral
        assert "340" not in reply.text


async def test_hostile_articles_and_questions_do_nothing(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, HOSTILE)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    await configure(bot, guild)
    asked = "zebra quota @everyone <@1> [x](https://evil.example) ||y|| \u200bwarden"
    card = await ann.slash(channel, "ask", question=asked)
    replies = [card, await ann.press(card.button("Who says what"))]
    replies += [await ann.press(button) for button in card.buttons if button.label == "In context"]
    for reply in replies:
        seen = read(reply.text)
        marked = {"underline"} if "__**12\\:30" in reply.text else set()  # the bot's own mark
        assert set(seen.acts) - marked <= {
            "heading",
            "quote",
            "bold",
            "small",
            "link",
            "italics",
            "time",
        }
        assert seen.acts.count("underline") <= len(marked)
        assert {link.partition("#")[0] for link in seen.links} <= {
            "https://news.example/zebra%281%29"
        }
        assert reply.message.pings == frozenset()
        assert "\u202e" not in reply.text
    assert read(card.text).words.startswith(
        "zebra quota @everyone someone [x](https://evil.example)"
    )


async def test_two_hundred_questions_at_once_are_all_answered(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    people = [guild.add_member(f"Reader {number}") for number in range(200)]
    replies = await asyncio.gather(
        *(person.slash(channel, "ask", question=QUESTION) for person in people)
    )
    assert len([reply for reply in replies if "Jon Aas" in reply.text]) == 200


async def test_a_cut_connection_is_taken_up_again(
    discord: DiscordServer, bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    await configure(bot, guild)
    card = await ann.slash(channel, "ask", question=QUESTION)
    discord.cut()
    await discord.connected()
    assert "Jon Aas" in (await ann.press(card.button("Who says what"))).text


async def test_a_question_in_another_language_is_told_which_finds_more(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    ann = guild.add_member("Ann")
    reply = await ann.slash(
        guild.add_channel("news"), "ask", question="Wer hat das Rathaus angezündet?"
    )
    lines = words(reply.message).splitlines()
    assert lines[0] == NOTHING_FOUND
    assert lines[1] == "The articles are in English: a question in their language finds more."


async def test_work_that_takes_long_is_announced_and_then_answered(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    monkeypatch.setattr("bot.discord.kit.sending.PATIENCE", 0.0)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    found = await ann.slash(channel, "ask", question=QUESTION)
    assert found.deferred
    assert "Jon Aas" in found.text
    nothing = await ann.slash(channel, "ask", question="Who repairs the lighthouse?")
    assert nothing.deferred
    line = await nothing.follow_up()
    assert line.ephemeral
    assert line.text.startswith(f"**{NOTHING_FOUND}**")
    assert nothing.message.deleted


async def test_a_crowd_that_asks_at_once_is_queued_and_answered_one_and_all(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord is told in time even where the settings cannot be read yet."""
    await load(bot, guild, FERRY)
    monkeypatch.setattr("bot.discord.kit.sending.PATIENCE", 0.0)
    channel = guild.add_channel("news")
    crowd = [guild.add_member(f"Reader {number}") for number in range(60)]
    settings, may_go_on = bot.service.store.settings, asyncio.Event()

    async def held_up(server: int) -> dict[str, object]:
        await may_go_on.wait()
        return await settings(server)

    monkeypatch.setattr(bot.service.store, "settings", held_up)
    asking = (each.slash(channel, "ask", question=QUESTION, unfinished=True) for each in crowd)
    replies = await asyncio.gather(*asking)
    assert all(reply.deferred for reply in replies)
    may_go_on.set()
    await asyncio.gather(*(reply.finished() for reply in replies))
    assert all("Jon Aas" in reply.text for reply in replies)


async def test_an_article_in_another_language_has_no_voice_of_its_own(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, SHIPYARD)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "ask", question="Wie viele Fähren baut die Werft?")
    assert "— who says it was not looked for: the article is in German" in words(reply.message)
    assert "own voice" not in reply.text
    claims = await ann.slash(channel, "claims")
    assert claims.text.startswith("No claims found. Who says what is found in English only")
    assert "German" in claims.text
