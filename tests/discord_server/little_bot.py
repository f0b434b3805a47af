"""A small bot that does everything the server is to play, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from re import Match
from typing import Any, Self

import discord
from discord import app_commands, ui

from tests.discord_server import DiscordServer
from tests.discord_server.pulse import HUNG_S

Interaction = discord.Interaction["LittleBot"]


class Count(ui.DynamicItem[ui.Button[Any]], template=r"count:(?P<number>\d+)"):
    """A button that counts its presses in its own id, so that it outlives the bot."""

    def __init__(self, number: int) -> None:
        super().__init__(ui.Button(label=f"Pressed {number}", custom_id=f"count:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: Match[str]
    ) -> Self:
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.edit_message(view=Card("pressed", self.number + 1))


class Card(ui.LayoutView):
    def __init__(self, text: str, number: int = 0) -> None:
        super().__init__(timeout=None)
        more: ui.Button[Any] = ui.Button(label="More", custom_id="more")
        form: ui.Button[Any] = ui.Button(label="Form", custom_id="form")
        slow: ui.Button[Any] = ui.Button(label="Slow", custom_id="slow")
        section = ui.Section[Any](ui.TextDisplay(text), accessory=more)
        row = ui.ActionRow[Any](Count(number), form, slow)
        menu = ui.ActionRow[Any](
            ui.Select(
                custom_id="menu",
                placeholder="Pick",
                options=[
                    discord.SelectOption(label="One", value="1"),
                    discord.SelectOption(label="Two"),
                ],
            )
        )
        readers = ui.ActionRow[Any](ui.UserSelect(custom_id="readers", placeholder="Who"))
        self.add_item(
            ui.Container(section, ui.Separator(), row, menu, readers, accent_colour=0x336699)
        )


class Form(ui.Modal, title="Paste an article"):
    name: ui.Label[Any] = ui.Label(text="Title", component=ui.TextInput(max_length=100))
    kind: ui.Label[Any] = ui.Label(
        text="Kind",
        component=ui.Select(options=[discord.SelectOption(label="News")], required=False),
    )
    sure: ui.Label[Any] = ui.Label(text="Sure", component=ui.Checkbox())
    upload: ui.Label[Any] = ui.Label(
        text="Files", component=ui.FileUpload(min_values=0, max_values=3, required=False)
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        files = [await file.read() for file in self.upload.component.values]  # type: ignore[attr-defined]
        title, sure = self.name.component.value, self.sure.component.value  # type: ignore[attr-defined]
        text = f"{title} {self.kind.component.values} {sure} {files}"  # type: ignore[attr-defined]
        await interaction.response.send_message(text, ephemeral=True)


class LittleBot(discord.Client):
    def __init__(self, intents: discord.Intents | None = None, **options: Any) -> None:
        mentions = discord.AllowedMentions.none()
        super().__init__(
            intents=intents or discord.Intents.default(),
            allowed_mentions=mentions,
            guild_ready_timeout=0.05,
            **options,
        )
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []
        add_commands(self.tree)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not sleep for five seconds before a new session, as discord.py does."""

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Count)
        await self.tree.set_translator(Translator())
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message.content)
        if self.user in message.mentions:
            async with message.channel.typing():
                answer = await message.reply(f"You said: {message.content}")
                await answer.edit(content=answer.content + " (edited)")
        elif message.attachments:
            await message.channel.send((await message.attachments[0].read()).decode())

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.heard.append(f"joined {guild.name}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        self.heard.append(f"removed from {guild.name}")

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        respond = interaction.response
        data: Any = interaction.data
        match interaction.custom_id:
            case "more":
                await respond.send_message(
                    f"More for {interaction.user.display_name}", ephemeral=True
                )
            case "form":
                await respond.send_modal(Form())
            case "slow":
                await respond.defer()
                await interaction.edit_original_response(view=Card("slowly done"))
                await interaction.followup.send("And a word", ephemeral=True)
            case "menu" | "readers":
                await respond.edit_message(view=Card(f"chose {data['values']}"))


class Translator(app_commands.Translator):
    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, _context: Any
    ) -> str | None:
        german = {"card": "karte", "Show a card": "Zeige eine Karte"}
        return german.get(string.message) if locale is discord.Locale.german else None


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    @tree.command(description="Show a card")
    async def card(interaction: Interaction, text: str = "a card", private: bool = False) -> None:
        await interaction.response.send_message(view=Card(text), ephemeral=private)

    @tree.command(description="Think first")
    async def think(interaction: Interaction, private: bool = False) -> None:
        await interaction.response.defer(thinking=True, ephemeral=private)
        await asyncio.sleep(0)
        await interaction.followup.send("First thought")
        await interaction.followup.send("Second thought", ephemeral=True)
        await interaction.edit_original_response(content="Better thought")

    @tree.command(description="Say nothing")
    async def silence(interaction: Interaction) -> None:
        pass

    @tree.command(description="Ask")
    async def ask(interaction: Interaction, question: str, article: str | None = None) -> None:
        await interaction.response.send_message(f"{question} in {article}")

    @ask.autocomplete("article")
    async def articles(interaction: Interaction, current: str) -> list[app_commands.Choice[str]]:
        asked = interaction.namespace.question
        return [app_commands.Choice(name=f"{current}sk ({asked})", value="kursk")]

    @tree.context_menu(name="Check with sources")
    async def check(interaction: Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"Checked: {message.content}", ephemeral=True)

    @tree.context_menu(name="Who is this")
    async def who(interaction: Interaction, member: discord.Member) -> None:
        await interaction.response.send_message(f"{member.display_name} in {member.guild.name}")

    tree.add_command(Library())


@app_commands.default_permissions(manage_messages=True)
@app_commands.guild_only()
class Library(app_commands.Group):
    """Load articles"""

    listing = app_commands.Group(name="list", description="List what is loaded")

    @app_commands.command(description="Load an article")
    async def add(
        self,
        interaction: Interaction,
        file: discord.Attachment,
        times: app_commands.Range[int, 1, 3] = 1,
        to: discord.TextChannel | None = None,
    ) -> None:
        content = (await file.read()).decode() * times
        target = f" to {to.mention}" if to else ""
        copy = discord.File(BytesIO(content.encode()), "copy.txt", description="A copy")
        await interaction.response.send_message(f"Loaded {file.filename}{target}", file=copy)

    @listing.command(description="List the newest")
    async def newest(self, interaction: Interaction) -> None:
        await interaction.response.send_message("Nothing is new")


@asynccontextmanager
async def running(bot: LittleBot, server: DiscordServer) -> AsyncIterator[LittleBot]:
    """Run a bot until the context closes."""
    task = asyncio.create_task(bot.start(server.token))
    try:
        await server.connected()
        async with asyncio.timeout(HUNG_S):
            await bot.wait_until_ready()
        yield bot
    finally:
        await bot.close()
        await asyncio.gather(task, return_exceptions=True)
