"""What German people read: all of it in German where it is for them, else as the server speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import load_settings
from corpus.article import Article
from tests.bot.discord.conftest import configure, load, more_on
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.feeds.test_feeds import Later
from tests.bot.discord.figures.test_figures import FLOOD
from tests.bot.discord.newspaper import Newspaper
from tests.bot.discord.newsroom import DIKE, FERRY, MARKET
from tests.bot.discord.who_says_what.test_topics import MANY, OPENS, PLANS
from tests.bot.locales.english_left import english_in
from tests.discord_server import DiscordServer, Guild, Member, Message
from tests.discord_server.replies import Reply
from tests.news_site import news_site

QUESTION = "How many passengers take the ferry to Sandholm?"
NOT_THERE = "Who won the chess championship in Lima?"


@pytest.fixture
def redaktion(discord: DiscordServer, bot: SourcesSay) -> Guild:
    assert bot.is_ready()
    return discord.add_guild("Redaktion", locale="de")


@pytest.fixture
def mo(redaktion: Guild) -> Member:
    return redaktion.add_member("Mo", locale="de", manage_messages=True)


def shown_in(message: Message | Reply) -> str:
    """Return all that a person reads on a message: texts, buttons, menus."""
    return "\n".join(_texts(message.components))


def _texts(parts: Iterable[dict[str, Any]]) -> Iterator[str]:
    for part in parts:
        for name in ("content", "label", "placeholder", "description", "title"):
            if isinstance(part.get(name), str):
                yield read(part[name]).words.replace("\u00a0", " ")
        yield from _texts(part.get("components", []))
        if "options" in part:
            yield from _texts(part["options"])
        for name in ("accessory", "component"):
            yield from _texts([part[name]] if name in part else [])
        yield from _texts(part.get("items", []))  # pictures, with their descriptions


def german(message: Message | Reply) -> str:
    """Return what is shown, and check that it is German but for the articles' words."""
    shown = shown_in(message)
    assert english_in(shown) == [], shown
    return shown


async def done(reply: Reply) -> Message:
    """Wait until a load is over, and return what was said in the end."""
    progress = ("Lese", "Lade", "Warte")
    await reply.until(lambda r: r.message.deleted or not r.text.startswith(progress))
    return await reply.follow_up() if reply.message.deleted else reply.message


async def test_a_german_member_of_an_english_server_reads_german_where_it_is_private(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild)
    channel, ute = guild.add_channel("news"), guild.add_member("Ute", locale="de")
    answer = await ute.slash(channel, "ask", question=QUESTION)
    assert not answer.ephemeral
    assert "Jon Aas, harbour master · asserts" in shown_in(answer)
    assert "Who says what" in shown_in(answer)
    alone = await ute.slash(channel, "ask", question=QUESTION, private=True)
    assert "Jon Aas, harbour master · sagt" in german(alone)
    assert FERRY.paragraphs[1].text in shown_in(alone)
    assert "Northline bestreitet: “" not in shown_in(alone)
    assert "Northline bestreitet: „" in shown_in(alone)
    assert " alt\n" in german(alone)
    for button in ("Who says what", "In context", "👍", "👍"):
        german(await ute.press(answer.message.button(button)))
    german(await ute.press(more_on(answer.message)))
    nothing = await ute.slash(channel, "ask", question=NOT_THERE)
    assert nothing.ephemeral
    assert "Nichts in den Artikeln beantwortet das." in german(nothing)
    english = await guild.add_member("Ann").slash(channel, "ask", question=NOT_THERE)
    assert "Nothing in the articles answers that." in shown_in(english)


async def test_a_german_server_speaks_german_aloud_and_english_to_whom_reads_that(
    bot: SourcesSay, redaktion: Guild
) -> None:
    await load(bot, redaktion, FERRY, MARKET)
    await configure(bot, redaktion)
    channel, ann = redaktion.add_channel("news"), redaktion.add_member("Ann", locale="en-GB")
    asked = await ann.say(channel, f"@bot {QUESTION}")
    answer = await channel.message_after(asked)
    assert "Jon Aas, harbour master · sagt" in german(answer)
    assert "Jon Aas" in german(await ann.slash(channel, "ask", question=QUESTION))
    context = await ann.press(answer.button("Im Zusammenhang"))
    assert "¶ 3 →" in shown_in(context)
    nothing = await ann.slash(channel, "ask", question=NOT_THERE)
    assert "Nothing in the articles answers that." in shown_in(nothing)
    asked = await ann.say(channel, "@bot and who denies it?", reply_to=answer)
    follow_up = await channel.message_after(asked)
    assert f"zu: {QUESTION}" in german(follow_up)
    claims = await ann.press(follow_up.button("Wer sagt was"))
    assert "Who says what" in shown_in(claims)
    thanks = await ann.say(channel, "@bot thanks!")
    assert "Gern geschehen" in german(await channel.message_after(thanks))


async def test_what_members_open_is_german(bot: SourcesSay, guild: Guild) -> None:
    channel, ute = guild.add_channel("news"), guild.add_member("Ute", locale="de")
    for command in ("articles", "claims", "help"):
        german(await ute.slash(channel, command))
    german(await ute.slash(channel, "ask", question=QUESTION))
    german(await ute.slash(channel, "ask", question="???"))
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild, cooldown=3600)
    for command in ("articles", "claims"):
        german(await ute.slash(channel, command))
    assert "kannst du wieder fragen" in german(await ute.slash(channel, "claims"))
    message = await guild.add_member("Ann").say(channel, "The ferry takes 900 passengers.")
    german(await ute.context_menu(message, "Delete this answer"))
    german(await ute.slash(channel, "ask", question=QUESTION, article="none such"))


async def test_moderators_load_change_and_remove_in_german(
    bot: SourcesSay, redaktion: Guild, mo: Member, newspaper: Newspaper
) -> None:
    channel, log = redaktion.add_channel("news"), redaktion.add_channel("log")
    await configure(bot, redaktion, audit_channel=log.id)
    url = newspaper.publish("/dike", "The dike at Lower Aalby holds", *DIKE)
    assert "Hinzugefügt" in german(await done(await mo.slash(channel, "library add", url=url)))
    gone = await done(await mo.slash(channel, "library add", url=f"{newspaper.url}/none"))
    assert "Die Website hat unter dieser Adresse keine Seite (404)" in german(gone)
    newspaper.publish("/dike", "The dike at Lower Aalby holds on", *DIKE[:2])
    article = (await bot.service.library.articles(redaktion.id))[0].id
    updated = await done(await mo.slash(channel, "library update", article=article))
    assert "1 Absatz entfernt; Titel geändert." in german(updated)
    german(await mo.press(updated.button("Rückgängig")))
    renamed = await mo.slash(channel, "library rename", article=article, title="Dike")
    assert "Dike" in german(renamed)
    for command in ("library show", "library questions", "library settings", "library channel"):
        german(await mo.slash(channel, command))
    german(await mo.slash(channel, "library show", article=article))
    german(await mo.slash(channel, "library export"))
    asked = await mo.slash(channel, "library remove", article=article)
    german(asked)
    await mo.press(asked.button("Entfernen"))
    assert "ist entfernt.\nEinen Tag lang lässt er sich zurückholen." in german(asked)
    undo = asked.button("Rückgängig")
    assert "ist wieder da, wie vorher." in german(await mo.press(undo))
    german(await mo.slash(channel, "library forget"))
    await redaktion.server.settled()
    lines = [german(message) for message in log.messages]
    assert any("hat hinzugefügt: The dike" in line for line in lines)
    assert any("hat exportiert: 1 Artikel" in line for line in lines)
    assert any("hat zurückgeholt: Dike" in line for line in lines)


async def test_the_form_and_the_settings_are_german_and_the_audit_as_the_server_speaks(
    bot: SourcesSay, guild: Guild
) -> None:
    channel, log = guild.add_channel("news"), guild.add_channel("log")
    mo = guild.add_member("Mo", locale="de", manage_messages=True)
    await configure(bot, guild, audit_channel=log.id)
    form = (await mo.slash(channel, "library add")).modal
    shown = "\n".join([form.title, *_texts(form.payload["components"])])
    assert english_in(shown) == [], shown
    assert form.title == "Artikel laden"
    german(await mo.submit(form))
    settings = await mo.slash(channel, "library settings")
    german(await mo.choose(settings.message.selects[1], "60"))
    assert (await load_settings(bot.service.store, guild.id)).cooldown == 60
    await guild.server.settled()
    (line,) = (shown_in(message) for message in log.messages)
    assert line.endswith("changed the settings: A minute between questions of one person")


async def test_feeds_are_announced_in_the_language_of_the_server(
    bot: SourcesSay, redaktion: Guild
) -> None:
    channel, hall = redaktion.add_channel("news"), redaktion.add_channel("hall")
    ann = redaktion.add_member("Ann", manage_messages=True)
    await configure(bot, redaktion)
    async with news_site() as site:
        site.post("Ferry stops for the winter")
        reply = await ann.slash(channel, "library feed add", url=f"{site.url}/feed", channel=hall)
        await reply.until(lambda r: not r.text.startswith("Reading"))
        assert "Following Port Alder Post" in shown_in(reply)
        site.post("Bridge opens")
        await Later(bot).check()
        await redaktion.server.settled()
    assert [german(message) for message in hall.messages] == [
        "Neu von Port Alder Post\nFerry stops for the winter",
        "Neu von Port Alder Post\nBridge opens",
    ]


async def test_what_people_say_about_something_is_listed_in_german(
    bot: SourcesSay, redaktion: Guild
) -> None:
    await load(bot, redaktion, PLANS, OPENS, MANY)
    await configure(bot, redaktion)
    channel, ann = redaktion.add_channel("news"), redaktion.add_member("Ann", locale="en-GB")
    asked = await ann.say(channel, "@bot what do people say about the quarry?")
    aloud = await channel.message_after(asked)
    shown = german(aloud)
    assert shown.startswith("Wer sagt was zu „the quarry“\n16 Aussagen\n")
    turned = shown_in(await ann.press(aloud.button("Mehr →")))
    assert turned.startswith("Who says what about “the quarry”\n16 claims\n")
    asked_by_command = await ann.slash(channel, "ask", question="Who says what about the quarry?")
    assert "Wer sagt was zu „the quarry“" in german(asked_by_command)
    ute = redaktion.add_member("Ute", locale="de")
    one = german(await ute.slash(channel, "claims", about="quarry", source="Edda Falk"))
    assert "↔ vorher, am " in one
    assert one.startswith("Wer sagt was zu „quarry“\n")
    german(await ute.slash(channel, "claims", about="penguins"))
    german(await ute.slash(channel, "claims", source="Nobody Atall"))


async def test_articles_are_chosen_by_topic_and_day_in_german(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, PLANS, OPENS, Article.from_paragraphs("Undated", ["A quarry."]))
    channel, ute = guild.add_channel("news"), guild.add_member("Ute", locale="de")
    some = german(
        await ute.slash(channel, "articles", about="quarry", since="2024-05-04", until="2024")
    )
    assert some.startswith("1 Artikel zu „quarry“ seit dem 4. Mai 2024 bis zum 31. Dezember 2024\n")
    assert some.endswith("1 Artikel ohne Datum weggelassen.")
    none = german(await ute.slash(channel, "articles", about="penguins", since="2025"))
    assert none.startswith("Hier ist kein Artikel geladen zu „penguins“ seit dem 1. Januar 2025.\n")
    no_day = german(await ute.slash(channel, "articles", since="soon"))
    assert no_day.startswith("„soon“ ist kein Tag: Schreib 2024-05-03,")
    assert "Kein Tag liegt seit 2025-01-01 und bis 2024-12-31 zugleich" in german(
        await ute.slash(channel, "articles", since="2025", until="2024")
    )


async def test_figures_by_source_are_german(bot: SourcesSay, guild: Guild) -> None:
    channel, ute = guild.add_channel("news"), guild.add_member("Ute", locale="de")
    german(await ute.slash(channel, "figures", about="homes"))
    await load(bot, guild, *FLOOD, MARKET)
    await configure(bot, guild)
    table = await ute.slash(channel, "figures", about="homes Lower Aalby")
    shown = german(table)
    assert "Zahlen nach Quelle · 5 Zahlen · Seite 1 von 2\nZahlen zur selben Sache\n" in shown
    assert "3 · 120 homes — Jon Berg · sagt\n" in shown
    assert "150 homes (Jon Berg, bestreitet)" in shown
    await ute.press(table.button("Mehr →"))
    await table.until(lambda r: "Seite 2 von 2" in shown_in(r))
    assert "Zahlen zu verschiedenen Sachen" in german(table)
    asked = "How many homes were flooded in Lower Aalby?"
    answer = await ute.slash(channel, "ask", question=asked, private=True)
    german(answer)
    assert "Zahlen nach Quelle · " in german(await ute.press(answer.button("Zahlen")))
    assert "Dazu wurden keine Zahlen gefunden." in german(
        await ute.slash(channel, "figures", about="penguins")
    )


async def test_a_message_whose_words_are_withheld_is_asked_for_in_german(
    bot: SourcesSay, redaktion: Guild
) -> None:
    await load(bot, redaktion, FERRY)
    await configure(bot, redaktion)
    channel, ute = redaktion.add_channel("news"), redaktion.add_member("Ute", locale="de")
    said = await redaktion.add_member("Bob").say(channel, "340 people take the ferry to Sandholm")
    answer = await channel.message_after(await ute.say(channel, "@bot", reply_to=said))
    german(answer)
    form = (await ute.press(answer.button("Text einfügen"))).modal
    shown = "\n".join([form.title, *_texts(form.payload["components"])])
    assert english_in(shown) == [], shown
    assert form.title == "Mit Quellen prüfen"
    (words,) = (part["label"] for part in form.payload["components"])
    german(await ute.submit(form, {words: said.text}))
    form = (await ute.press(answer.button("Text einfügen"))).modal
    assert german(await ute.submit(form, {words: "\u200b"})).startswith("In dem, was du eingefügt")
