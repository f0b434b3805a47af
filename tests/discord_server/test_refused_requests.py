"""Requests that Discord refuses for when, where and by whom they are made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord as discord_py
import pytest
import pytest_asyncio

from tests.discord_server import DidNotRespondError, DiscordServer, Guild, Member
from tests.discord_server.interactions import Interaction
from tests.discord_server.little_bot import LittleBot
from tests.discord_server.payload import Json


class Caller:
    """Make plain requests to the API, as a bot without a library."""

    def __init__(self, server: DiscordServer, web: aiohttp.ClientSession) -> None:
        self.server = server
        self._web = web

    async def __call__(
        self, method: str, path: str, body: Any = None, token: str | None = None
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {token or self.server.token}"}
        url = self.server.api_url + path
        async with self._web.request(method, url, json=body, headers=headers) as response:
            if response.status == 204:
                return 204, None
            assert response.headers["Content-Type"] == "application/json"
            return response.status, await response.json()

    async def code(self, method: str, path: str, body: Any = None) -> int:
        """Return Discord's code of a request that must be refused, and take it off the list."""
        _, answer = await self(method, path, body)
        self.server.refusals.expect(answer["code"])
        return int(answer["code"])


@pytest_asyncio.fixture
async def call(discord: DiscordServer) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as web:
        yield Caller(discord, web)


@pytest.fixture
def guild(discord: DiscordServer) -> Guild:
    commands: list[Json] = [
        {
            "name": "ask",
            "description": "Ask",
            "options": [{"name": "q", "type": 3, "description": "q", "autocomplete": True}],
        }
    ]
    discord.commands.overwrite(None, commands)
    return discord.add_guild()


@pytest_asyncio.fixture
async def asked(discord: DiscordServer, guild: Guild) -> AsyncIterator[Interaction]:
    """A slash command that nobody has answered yet."""
    task = asyncio.create_task(
        guild.add_member("Ann").slash(next(iter(guild.channels.values())), "ask")
    )
    await discord.pulse.until(lambda: bool(discord.interactions), "nobody asked")
    yield next(iter(discord.interactions.values()))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def callback(interaction: Interaction) -> str:
    return f"/interactions/{interaction.id}/{interaction.token}/callback"


def original(interaction: Interaction) -> str:
    app = interaction.channel.server.application_id
    return f"/webhooks/{app}/{interaction.token}/messages/@original"


SAY: Json = {"type": 4, "data": {"content": "hello"}}


async def test_a_refusal_has_discords_shape(call: Caller, guild: Guild) -> None:
    channel = next(iter(guild.channels))
    status, body = await call("POST", f"/channels/{channel}/messages", {"content": "x" * 2001})
    too_long = {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}
    assert status == 400
    assert body == {
        "message": "Invalid Form Body",
        "code": 50035,
        "errors": {"content": {"_errors": [too_long]}},
    }
    refusal = call.server.refusals.expect(50035)
    assert refusal.faults == ("content: BASE_TYPE_MAX_LENGTH: Must be 2000 or fewer in length.",)


async def test_an_interaction_is_acknowledged_once(call: Caller, asked: Interaction) -> None:
    status, body = await call("POST", callback(asked) + "?with_response=1", SAY)
    assert status == 200
    assert body["resource"]["message"]["content"] == "hello"
    assert await call.code("POST", callback(asked), SAY) == 40060


async def test_an_interaction_is_unknown_after_three_seconds(
    call: Caller, asked: Interaction
) -> None:
    call.server.clock.advance(3.1)
    assert await call.code("POST", callback(asked), SAY) == 10062


async def test_an_interaction_token_works_for_fifteen_minutes(
    call: Caller, asked: Interaction
) -> None:
    assert await call.code("PATCH", original(asked), {"content": "early"}) == 10015
    await call("POST", callback(asked), {"type": 5})
    call.server.clock.advance(14 * 60)
    assert (await call("PATCH", original(asked), {"content": "in time"}))[0] == 200
    call.server.clock.advance(61)
    assert await call.code("PATCH", original(asked), {"content": "late"}) == 50027


async def test_only_fitting_answers_are_taken(call: Caller, asked: Interaction) -> None:
    for wrong in (
        {"type": 6},
        {"type": 7, "data": {"content": "x"}},
        {"type": 8, "data": {"choices": []}},
        {"type": 4},
        {"type": 4, "data": {"content": "x", "ephemeral": True}},
        {"type": 5, "data": {"flags": 4}},
        {"type": 9, "data": {"title": "x", "custom_id": "x", "components": []}},
        {"type": 4, "data": {"content": "x"}, "files": []},
    ):
        assert await call.code("POST", callback(asked), wrong) == 50035
    assert await call.code("POST", callback(asked), {"type": 4, "data": {"content": ""}}) == 50006
    assert await call.code("POST", f"/interactions/{asked.id}/wrong/callback", SAY) == 10062


async def test_a_deleted_answer_is_unknown(call: Caller, asked: Interaction) -> None:
    await call("POST", callback(asked), SAY)
    assert (await call("DELETE", original(asked)))[0] == 204
    assert await call.code("GET", original(asked)) == 10008


async def test_the_bot_posts_only_where_it_may(call: Caller, guild: Guild) -> None:
    channel = guild.add_channel("news")
    messages = f"/channels/{channel.id}/messages"
    embed = {"embeds": [{"title": "x"}]}
    channel.set_permissions(guild.bot, embed_links=False)
    assert await call.code("POST", messages, embed) == 50013
    channel.set_permissions(guild.bot, send_messages=False)
    assert await call.code("POST", messages, {"content": "x"}) == 50013
    assert await call.code("POST", f"/channels/{channel.id}/typing") == 50013
    channel.set_permissions(guild.bot, view_channel=False)
    assert await call.code("POST", messages, {"content": "x"}) == 50001
    assert await call.code("GET", f"/channels/{channel.id}") == 50001
    channel.set_permissions(guild.bot, view_channel=True, send_messages=True, embed_links=True)
    assert (await call("POST", messages, embed))[0] == 200
    guild.remove_bot()
    assert await call.code("POST", messages, embed) == 10003
    assert await call.code("GET", f"/guilds/{guild.id}") == 50001


async def test_the_bot_edits_and_deletes_its_own_messages(call: Caller, guild: Guild) -> None:
    channel = guild.add_channel("news")
    other = await guild.add_member("Ann").say(channel, "hello")
    assert (
        await call.code("PATCH", f"/channels/{channel.id}/messages/{other.id}", {"content": "x"})
        == 50005
    )
    assert await call.code("DELETE", f"/channels/{channel.id}/messages/{other.id}") == 50013
    _, own = await call("POST", f"/channels/{channel.id}/messages", {"content": "x"})
    assert (await call("DELETE", f"/channels/{channel.id}/messages/{own['id']}"))[0] == 204
    assert await call.code("GET", f"/channels/{channel.id}/messages/{own['id']}") == 10008


async def test_replies_need_a_message_and_its_history(call: Caller, guild: Guild) -> None:
    channel = guild.add_channel("news")
    path = f"/channels/{channel.id}/messages"
    message = await guild.add_member("Ann").say(channel, "hello")
    reference: Json = {"message_id": str(message.id), "channel_id": str(channel.id)}
    assert (await call("POST", path, {"content": "x", "message_reference": reference}))[0] == 200
    unknown = {"content": "x", "message_reference": {"message_id": "1"}}
    assert await call.code("POST", path, unknown) == 50035
    unknown["message_reference"] = {"message_id": "1", "fail_if_not_exists": False}
    assert (await call("POST", path, unknown))[0] == 200
    channel.set_permissions(guild.everyone, read_message_history=False)
    assert await call.code("POST", path, {"content": "x", "message_reference": reference}) == 160002


async def test_text_read_over_http_is_withheld_too(call: Caller, guild: Guild) -> None:
    channel = guild.add_channel("news")
    message = await guild.add_member("Ann").say(channel, "secret")
    path = f"/channels/{channel.id}/messages"
    assert (await call("GET", f"{path}/{message.id}"))[1]["content"] == ""
    call.server.granted_intents = discord_py.Intents.all().value
    assert [m["content"] for m in (await call("GET", path))[1]] == ["secret"]


async def test_closed_direct_messages_refuse_the_bot(call: Caller, guild: Guild) -> None:
    ann = guild.add_member("Ann")
    _, channel = await call("POST", "/users/@me/channels", {"recipient_id": str(ann.user.id)})
    assert (await call("POST", f"/channels/{channel['id']}/messages", {"content": "x"}))[0] == 200
    ann.user.closed_dms = True
    assert await call.code("POST", f"/channels/{channel['id']}/messages", {"content": "x"}) == 50007


async def test_what_is_unknown_is_refused(call: Caller) -> None:
    assert (await call("GET", "/users/@me", token="wrong"))[0] == 401
    assert call.server.refusals.expect(0).status == 401
    assert await call.code("GET", "/nothing") == 0
    assert await call.code("GET", "/channels/1") == 10003
    assert await call.code("GET", "/users/1") == 10013
    assert await call.code("PUT", "/applications/1/commands", []) == 10002
    app = call.server.application_id
    assert await call.code("PUT", f"/applications/{app}/commands", {}) == 50035
    assert await call.code("PUT", f"/applications/{app}/guilds/1/commands", []) == 50001
    assert await call.code("GET", f"/applications/{app}/commands/1") == 10063


@pytest.mark.parametrize(
    ("allowed", "pings"),
    [
        (None, {"<@1>", "<@&2>"}),
        ({"parse": []}, set()),
        ({"parse": ["everyone"]}, set()),
        ({"parse": ["roles"]}, {"<@&2>"}),
        ({"parse": [], "users": ["1"]}, {"<@1>"}),
    ],
)
async def test_only_allowed_mentions_notify(
    call: Caller, guild: Guild, allowed: Any, pings: set[str]
) -> None:
    channel = guild.add_channel("news")
    body = {"flags": 1 << 15, "components": [{"type": 10, "content": "@everyone <@1> <@&2>"}]}
    await call("POST", f"/channels/{channel.id}/messages", {**body, "allowed_mentions": allowed})
    assert channel.messages[-1].pings == pings


async def test_everyone_is_notified_only_by_a_bot_that_may(call: Caller, guild: Guild) -> None:
    channel = guild.add_channel("news")
    guild.set_role(guild.bot_role, mention_everyone=True)
    await call("POST", f"/channels/{channel.id}/messages", {"content": "@everyone"})
    assert channel.messages[-1].pings == {"@everyone"}


async def test_discord_py_raises_what_the_server_refuses(
    discord: DiscordServer, bot: LittleBot
) -> None:
    guild = discord.add_guild()
    ann: Member = guild.add_member("Ann")
    await discord.settled()
    target: Any = bot.get_channel(next(iter(guild.channels)))
    with pytest.raises(discord_py.HTTPException) as caught:
        await target.send("x" * 2001)
    assert caught.value.code == discord.refusals.expect(50035).code
    reply = await ann.slash(next(iter(guild.channels.values())), "card", private=True)
    discord.expire(reply)
    with pytest.raises(discord_py.NotFound):
        await target.fetch_message(reply.message.id)
    discord.refusals.expect(10008)


async def test_an_answer_that_comes_too_late_is_refused(
    discord: DiscordServer, bot: LittleBot
) -> None:
    assert bot.is_ready()
    guild = discord.add_guild()

    async def late(interaction: Any) -> None:
        discord.clock.advance(4)
        with pytest.raises(discord_py.NotFound):
            await interaction.response.send_message("late")

    bot.tree.get_command("silence")._callback = late  # type: ignore[union-attr]
    with pytest.raises(DidNotRespondError, match="10062"):
        await guild.add_member("Ann").slash(next(iter(guild.channels.values())), "silence")
    discord.refusals.expect(10062)


async def test_permissions_of_commands_are_read_and_never_written_by_a_bot(
    discord: DiscordServer, guild: Guild, call: Caller
) -> None:
    app, ask = discord.application_id, discord.commands.number_of("ask")
    there = f"/applications/{app}/guilds/{guild.id}/commands"
    assert await call("GET", f"{there}/permissions") == (200, [])
    assert await call.code("GET", f"{there}/{ask}/permissions") == 10066
    assert await call.code("GET", f"{there}/1/permissions") == 10063
    assert await call.code("GET", f"/applications/{app}/guilds/1/commands/permissions") == 50001
    assert await call.code("PUT", f"{there}/{ask}/permissions", {"permissions": []}) == 20001
    guild.set_command("ask", guild.everyone, allowed=False)
    guild.set_command(None, None, allowed=True)
    everyone = {"id": str(guild.id), "type": 1, "permission": False}
    status, of_ask = await call("GET", f"{there}/{ask}/permissions")
    assert (status, of_ask["id"], of_ask["permissions"]) == (200, str(ask), [everyone])
    all_channels = {"id": str(guild.id - 1), "type": 3, "permission": True}
    _, of_app = await call("GET", f"{there}/{app}/permissions")
    assert of_app["permissions"] == [all_channels]
    _, everything = await call("GET", f"{there}/permissions")
    assert everything == [of_ask, of_app]
