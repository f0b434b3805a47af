"""One long story, as a server lives it: loaded, asked, looked into, removed, and asked again."""

from __future__ import annotations

from typing import Any

from bot.discord.client import SourcesSay
from bot.discord.kit.notices import NOTHING_LOADED
from tests.bot.discord.conftest import configure, more_on
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newspaper import outcome
from tests.discord_server import Channel, File, Guild

QUESTION = "How many bolts did the engineers replace on the bridge?"
BRIDGE = File(
    "bridge.md",
    b"# Old bridge reopens\n\n"
    b"The old bridge over the Aal reopens on Friday, the council said.\n\n"
    b"Engineers replaced 200 bolts on the bridge, said its builder, Nils Brandt, at the weekend.\n\n"
    b"The harbour board denied that engineers replaced 200 bolts; it counts 150 bolts on the bridge.\n",
)


async def test_from_loading_to_asking_in_vain(bot: SourcesSay, guild: Guild) -> None:
    await configure(bot, guild, passages=1)
    channel: Channel = guild.add_channel("news")
    ann, mo = guild.add_member("Ann"), guild.add_member("Mo", manage_messages=True)
    asked: dict[str, Any] = {"question": QUESTION}

    before = await ann.slash(channel, "ask", **asked)
    assert (with_plain_commands(before.text), before.ephemeral) == (NOTHING_LOADED, True)
    loaded = await outcome(await mo.slash(channel, "library add", file=BRIDGE))
    assert (loaded.ephemeral, "Added" in loaded.text) == (True, True)
    answer = await ann.slash(channel, "ask", **asked)
    assert (answer.ephemeral, QUESTION in answer.text) == (False, True)
    more = await ann.press(more_on(answer))
    assert more.ephemeral
    both = read(f"{answer.text}\n{more.text}").words
    assert "Engineers replaced 200 bolts on the bridge, said its builder" in both
    assert "The harbour board denied that engineers replaced 200 bolts" in both
    context = await ann.press(answer.button("In context"))
    assert (context.ephemeral, "Nils Brandt" in context.text) == (True, True)

    (choice,) = await mo.autocomplete(channel, "library remove", article="bridge")
    sure = await mo.slash(channel, "library remove", article=choice.value)
    await mo.press(sure.button("Remove"))
    assert "is removed" in sure.text
    assert with_plain_commands((await ann.slash(channel, "ask", **asked)).text) == NOTHING_LOADED
    gone = await ann.press(answer.button("In context"))
    assert (gone.ephemeral, "no longer loaded here" in gone.text) == (True, True)
    assert "200 bolts" not in (await ann.press(answer.button("Who says what"))).text
