"""`/figures` and the button below an answer: a table of figures by source, and a chart."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from bot.discord.client import SourcesSay
from bot.discord.figures.commands import LONGEST_ABOUT
from bot.discord.kit.figures.button import LONGEST_IN_ID
from bot.discord.kit.notices import NOTHING_LOADED
from bot.figures import NO_FIGURES
from corpus.article import Article
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import DiscordServer, Guild, Message
from tests.discord_server.replies import Reply

TITLE = "Flood in Lower Aalby"

FLOOD = [
    Article.from_paragraphs(
        f"{TITLE}: {after}",
        paragraphs,
        url=f"https://news.example/{day}",
        published=date(2024, 5, day),
    )
    for after, day, paragraphs in (
        (
            "the first night",
            2,
            [
                "At least 40 homes were flooded in Lower Aalby, fire chief Tove Lind said.",
                "Some 700 homes lost power in Lower Aalby, Northgrid said.",
            ],
        ),
        ("the morning after", 3, ["Mayor Jon Berg said 120 homes were flooded in Lower Aalby."]),
        (
            "the water falls",
            5,
            [
                "Insurer Havn Mutual said that 150 homes were flooded in Lower Aalby.",
                "Mayor Jon Berg denied that 150 homes were flooded in Lower Aalby.",
            ],
        ),
    )
]


def words(message: Message | Reply) -> str:
    return read(message.text).words.replace("\u00a0", " ")


async def test_figures_are_a_table_newest_first_under_a_chart(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, *FLOOD, MARKET)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "figures", about="homes Lower Aalby")
    assert reply.ephemeral
    seen = words(reply)
    assert seen.startswith("homes Lower Aalby\nFigures by source · 5 figures · page 1 of 2\n")
    rows = [line for line in seen.splitlines() if line[:4] in {"1 · ", "2 · ", "3 · ", "4 · "}]
    assert rows[2] == "3 · 120 homes — Jon Berg · asserts"
    assert rows[3] == "4 · At least 40 homes — Tove Lind · asserts"
    assert {"Insurer Havn Mutual", "Jon Berg · denies"} == {
        row.split(" — ")[1].removesuffix(" · asserts") for row in rows[:2]
    }
    assert "700" not in seen
    assert f"{TITLE}: the water falls · ¶ 1 · 5 May 2024" in seen

    (picture,) = reply.files
    assert picture.name == "figures.png"
    assert len(picture.content) < 300_000
    with Image.open(BytesIO(picture.content)) as image:
        assert image.format == "PNG"
        assert max(image.size) < 1_500
    (alt,) = _descriptions(reply)
    assert "At least 40 homes (Tove Lind, asserts)" in alt
    assert "150 homes (Jon Berg, denies)" in alt

    turned = await ann.press(reply.button("More →"))
    assert turned.updates
    await reply.until(lambda r: "page 2 of 2" in words(r))
    assert "5 · Some 700 homes — Northgrid" in words(reply)
    assert not reply.files


def _descriptions(reply: Reply) -> list[str]:
    parts = reply.components[0]["components"]
    return [item["description"] for part in parts for item in part.get("items", ())]


async def test_a_number_that_sources_give_differently_opens_the_table(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, *FLOOD, FERRY, MARKET)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    card = await ann.slash(channel, "ask", question="How many homes were flooded in Lower Aalby?")
    opened = await ann.press(card.button("Figures"))
    assert opened.ephemeral
    assert "120 homes — Jon Berg" in words(opened)
    assert opened.files
    other = await ann.slash(channel, "ask", question="When does the ferry to Sandholm stop?")
    assert "Figures" not in other.text


async def test_only_the_channels_articles_and_the_one_chosen_are_looked_in(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, *FLOOD, FERRY)
    channel = guild.add_channel("news")
    await configure(bot, guild, channels={channel.id: [FLOOD[0].id]})
    ann = guild.add_member("Ann")
    limited = await ann.slash(channel, "figures", about="homes Lower Aalby")
    assert "Tove Lind" in limited.text
    assert "Jon Berg" not in limited.text
    hall = guild.add_channel("hall")
    chosen = await ann.slash(hall, "figures", about="homes", article=FLOOD[1].id)
    assert "Jon Berg" in chosen.text
    assert "Tove Lind" not in chosen.text


async def test_where_there_are_none_it_says_so(bot: SourcesSay, guild: Guild) -> None:
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    empty = await ann.slash(channel, "figures", about="penguins")
    assert (with_plain_commands(empty.text), empty.ephemeral) == (NOTHING_LOADED, True)
    await load(bot, guild, FERRY, HOSTILE)
    nothing = await ann.slash(channel, "figures", about="penguins")
    assert (nothing.text, nothing.ephemeral) == (NO_FIGURES, True)


async def test_a_server_sees_its_own_figures_alone(
    bot: SourcesSay, discord: DiscordServer, guild: Guild
) -> None:
    other = discord.add_guild("Elsewhere")
    await load(bot, guild, *FLOOD)
    await load(bot, other, MARKET)
    reply = await other.add_member("Bo").slash(other.add_channel("hall"), "figures", about="homes")
    assert reply.text == NO_FIGURES


async def test_without_time_to_draw_the_table_comes_alone(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord.kit.figures.card.DRAWING_SECONDS", 0)
    await load(bot, guild, *FLOOD)
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "figures", about="homes Aalby")
    assert "120 homes — Jon Berg" in words(reply)
    assert not reply.files


async def test_a_page_is_turned_after_a_restart_also_where_the_words_are_long(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    about = "Lower Aalby " * (LONGEST_ABOUT // 12)
    assert LONGEST_IN_ID < len(about.strip()) <= LONGEST_ABOUT
    async with running() as bot:
        await load(bot, guild, *FLOOD)
        card = await ann.slash(channel, "figures", about=about.strip())
        assert "page 1 of 2" in words(card)
    async with running():
        await ann.press(card.button("More →"))
        await card.until(lambda reply: "page 2 of 2" in words(reply))
        assert about.strip() in words(card)
