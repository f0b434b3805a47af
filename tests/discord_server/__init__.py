"""A loopback server that speaks Discord's protocol, and refuses what Discord refuses.

A story plays people on one side and the real bot, on the real discord.py, on the other:

    async with DiscordServer() as discord:
        guild = discord.add_guild()
        channel = guild.add_channel("news")
        moderator = guild.add_member("Moderator", manage_messages=True)
        …start the bot…
        await discord.connected()
        await discord.synchronised()
        reply = await moderator.slash(channel, "library add", url="https://example.org/article")
        assert "Added" in reply.text
        undone = await moderator.press(reply.button("Undo"))
        form = await moderator.slash(channel, "library paste")
        await moderator.submit(form.modal, {"Title": "…"}, files=[File("article.txt", b"…")])
        choices = await moderator.autocomplete(channel, "ask", article="kur")
        message = await moderator.say(channel, "@bot How many troops?")
        answer = await channel.message_after(message)
        checked = await moderator.context_menu(message, "Check with sources")
        forwarded = await moderator.forward(message, channel)
        guild.set_command("library", moderator, allowed=False)
        assert not discord.refusals

Acts return what the bot answered, alive: `reply.text` is what a person reads now, after every edit.
What Discord's app would not let a person do raises NotPossibleError; a bot that does not answer,
DidNotRespondError. `discord.refusals` lists what the server refused: assert that it is empty, or
take off what a story means to provoke with `discord.refusals.expect(code)`.

discord.py is pointed at the server by three class attributes, before the client starts:
`discord.http.Route.BASE = server.api_url`, `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY =
yarl.URL(server.gateway_url)`, `discord.asset.Asset.BASE = server.url`. `pointed_at` sets and
restores them; webhooks and interaction answers use Route too, and attachments carry their own
addresses. A client waits `guild_ready_timeout` (2 s) after the last guild before `on_ready`: give it
a smaller one; commands and messages do not wait for it. Before every session but the first it sleeps
5 s: override its `before_identify_hook` in tests of that. Close the client before the server.

Time: `discord.clock` is the server's. `advance` moves it on; `stop` lets slow machines miss no
deadline, so fixtures do well to stop it and stories to advance it. `discord.pass_time` moves it on
for those too who wait for the bot: after three seconds its silence is noticed. Rate limits and heartbeats run
in real time, because discord.py sleeps them out.

Not played: threads but the posts of forums, voice, reactions, polls, stickers, user-installed commands, entitlements.
Where Discord's behaviour is not documented the server is strict, and a comment says so.
"""

from tests.discord_server.attachments import Attachment, File
from tests.discord_server.channels import Channel
from tests.discord_server.controls import Button, NotPossibleError, Select
from tests.discord_server.guilds import Guild
from tests.discord_server.messages import Message
from tests.discord_server.people import Member
from tests.discord_server.pointing import pointed_at
from tests.discord_server.pulse import DidNotRespondError
from tests.discord_server.refusals import Refusal, Refusals
from tests.discord_server.replies import Choice, Reply, ShownModal
from tests.discord_server.roles import Role
from tests.discord_server.server import DiscordServer
from tests.discord_server.users import User

__all__ = [
    "Attachment",
    "Button",
    "Channel",
    "Choice",
    "DidNotRespondError",
    "DiscordServer",
    "File",
    "Guild",
    "Member",
    "Message",
    "NotPossibleError",
    "Refusal",
    "Refusals",
    "Reply",
    "Role",
    "Select",
    "ShownModal",
    "User",
    "pointed_at",
]
