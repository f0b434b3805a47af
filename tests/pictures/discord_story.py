"""Play the story of which the README shows pictures: the real bot on the loopback server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from bot.discord.client import SourcesSay
from bot.settings import Settings
from tests.bot.discord.newspaper import outcome
from tests.discord_server import DiscordServer, Guild, Member, pointed_at
from tests.discord_server.channels import Channel
from tests.discord_server.payload import Json
from tests.discord_server.replies import Reply

QUESTION = "How many troops are in Kursk?"
DISPUTED = "Was the earlier result from Halden in doubt?"
UNANSWERED = "Who won the chess olympiad?"
FOLLOW_UP = "and who denies it?"
NEWEST = "harbor-bridge-closure"
"""The sample that is loaded last, and whose preview is shown."""

COUNTED = "How many homes were flooded in Lower Aalby?"
FLOOD = {
    "flood-first-night": """\
# Flood in Lower Aalby: the first night

Published 2 May 2025

At least 40 homes were flooded in Lower Aalby, fire chief Tove Lind said on Friday.
""",
    "flood-morning": """\
# Flood in Lower Aalby: the morning after

Published 3 May 2025

Mayor Jon Berg said 120 homes were flooded in Lower Aalby. Some 700 homes lost power, he said.
""",
    "flood-water-falls": """\
# Flood in Lower Aalby: the water falls

Published 5 May 2025

Havn Mutual, an insurer, said that 180 to 220 homes were flooded in Lower Aalby.

Mayor Jon Berg denied that 220 homes were flooded in Lower Aalby.
""",
}
"""Articles whose sources give several figures of one thing."""

PATIENCE_S = 30
"""Seconds that the bot may take to come up."""


class Scene(NamedTuple):
    """A message of the bot, and by whose command it came; `command` is empty for a button.

    `pictures` are the files on it, by their addresses.
    """

    name: str
    components: Sequence[Json]
    private: bool
    person: str
    command: str
    pictures: Mapping[str, bytes] = MappingProxyType({})


async def play(folder: Path) -> list[Scene]:
    """Play the story, with the library kept in `folder`, and give its scenes in order."""
    async with _newsroom(folder) as guild:
        channel = guild.add_channel("the-newsroom")
        moderator = guild.add_member("Ana", manage_messages=True)
        reader = guild.add_member("Mira")
        added = await _load_samples(moderator, channel)
        asked = await reader.slash(channel, "ask", question=QUESTION)
        who = await reader.press(asked.button("Who says what"))
        # Questions of other people, since a person has to wait between two of their own.
        disputed = await guild.add_member("Noor").slash(channel, "ask", question=DISPUTED)
        nothing = await guild.add_member("Leo").slash(channel, "ask", question=UNANSWERED)
        await _load(moderator, channel, FLOOD)
        asked_number = await guild.add_member("Ola").slash(channel, "ask", question=COUNTED)
        figures = await guild.add_member("Sol").press(asked_number.button("Figures"))
        return [
            _scene("answer", asked, "Mira", "/ask"),
            _scene("who-says-what", who, "Mira", ""),
            _scene("sources-differ", disputed, "Noor", "/ask"),
            _scene("library-add", added, "Ana", "/library add"),
            _scene("nothing-found", nothing, "Leo", "/ask"),
            _scene("figures", figures, "Sol", ""),
        ]


class Said(NamedTuple):
    """A message of a talk: of a person, with their words, or of the bot, with its components."""

    person: str
    words: str
    components: Sequence[Json]


async def talk(folder: Path) -> list[Said]:
    """Play a talk in a channel: a question to the bot, and another's in reply to its card."""
    async with _newsroom(folder) as guild:
        channel = guild.add_channel("the-newsroom")
        await _load_samples(guild.add_member("Ana", manage_messages=True), channel)
        said: list[Said] = []
        card = None
        for person, question in (("Mira", f"@bot {QUESTION}"), ("Noor", FOLLOW_UP)):
            asked = await guild.add_member(person).say(channel, question, reply_to=card)
            card = await channel.message_after(asked)
            words = question.replace("@bot", "@Sources Say")
            said += [Said(person, words, ()), Said("", "", card.components)]
        return said


@asynccontextmanager
async def _newsroom(folder: Path) -> AsyncIterator[Guild]:
    """Return a guild with the bot in it, until the context closes."""
    async with DiscordServer() as discord:
        with pointed_at(discord):
            discord.clock.stop()
            client = SourcesSay(
                Settings.load(
                    {
                        "DATA_FOLDER": str(folder),
                        "DISCORD_TOKEN": discord.token,
                        "DISCORD_API_URL": discord.api_url,
                    }
                )
            )
            running = asyncio.create_task(client.start(discord.token))
            try:
                await discord.connected()
                await asyncio.wait_for(client.wait_until_ready(), PATIENCE_S)
                yield discord.add_guild("Newsroom")
            finally:
                await client.close()
                await asyncio.gather(running, return_exceptions=True)


async def _load_samples(moderator: Member, channel: Channel) -> Reply:
    """Paste the samples into the form of `/library add`, and give the answer to the last."""
    paths = files("corpus").joinpath("samples").iterdir()
    samples = {path.name.removesuffix(".md"): path.read_text(encoding="utf-8") for path in paths}
    names = sorted(samples, key=lambda name: (name == NEWEST, name))
    return await _load(moderator, channel, {name: samples[name] for name in names})


async def _load(moderator: Member, channel: Channel, texts: Mapping[str, str]) -> Reply:
    """Paste texts into the form of `/library add`, and give the answer to the last."""
    reply = None
    for name, text in texts.items():
        form = await moderator.slash(channel, "library add")
        filled = {"Text": text, "Web address": f"https://news.example/{name}"}
        reply = await moderator.submit(form.modal, filled)
        await outcome(reply)
    if reply is None:
        message = "There are no texts to load, so there is no story to play."
        raise LookupError(message)
    return reply


def _scene(name: str, reply: Reply, person: str, command: str) -> Scene:
    pictures = {file.url: file.content for file in reply.files}
    return Scene(name, reply.components, reply.ephemeral, person, command, pictures)
