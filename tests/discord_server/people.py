"""People: members of a guild, and everything they can do on Discord towards the bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.discord_server import forms, options
from tests.discord_server.attachments import File
from tests.discord_server.controls import Button, NotPossibleError, Select
from tests.discord_server.payload import Json
from tests.discord_server.users import User
from tests.discord_server.validation.commands import MESSAGE, USER
from tests.discord_server.validation.selects import STRING_SELECT

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel
    from tests.discord_server.guilds import Guild
    from tests.discord_server.messages import Message
    from tests.discord_server.replies import Choice, Reply, ShownModal
    from tests.discord_server.roles import Role

COMMAND_ACT, COMPONENT_ACT, MODAL_ACT = 2, 3, 5


@dataclass(eq=False)
class Member:
    """A person in a guild.

    Every act waits for the bot's answer, and where the bot asked for time for the answer itself
    (unless `unfinished`). What Discord's app would not let a person do raises NotPossibleError;
    where the bot does not answer, DidNotRespondError.
    """

    user: User
    guild: Guild
    roles: list[Role]
    joined: str

    @property
    def mention(self) -> str:
        return self.user.mention

    @property
    def permissions(self) -> int:
        """What all roles together allow, before a channel's overwrites."""
        value = self.guild.everyone.permissions
        for role in self.roles:
            value |= role.permissions
        return value

    @property
    def dm(self) -> Channel:
        """The person's direct messages with the bot."""
        return self.guild.server.direct_messages(self.user)

    def commands(self, channel: Channel) -> list[str]:
        """Return the names of the top-level commands and menu entries the person is offered."""
        return [command["name"] for command in self.guild.server.commands.visible(self, channel)]

    async def say(
        self,
        channel: Channel,
        text: str = "",
        *,
        reply_to: Message | None = None,
        files: Sequence[File] = (),
        embeds: Sequence[Json] = (),
    ) -> Message:
        """Write a message. "@bot" in it mentions the bot; `reply_to` makes it an answer.

        `embeds` are what Discord makes of the links in it, or a feed's webhook sends.
        """
        self._check_may(channel, "send_messages")
        return self.guild.server.posts.by_person(
            self.user, channel, text, reply_to=reply_to, files=files, embeds=embeds
        )

    async def post(self, forum: Channel, title: str, text: str) -> Message:
        """Open a post in a forum; its first message has the post's own id."""
        self._check_may(forum, "send_messages")
        return self.guild.server.posts.in_forum(self.user, forum, title, text)

    def edit(self, message: Message, text: str) -> None:
        """Write a message of one's own anew."""
        if message.author is not self.user:
            raise NotPossibleError(f"{self.user.name} did not write this message")
        self.guild.server.posts.by_person_again(message, text)

    async def forward(self, message: Message, channel: Channel) -> Message:
        """Forward a message to a channel: Discord copies what it says into a snapshot."""
        self._check_sees(message)
        self._check_may(channel, "send_messages")
        return self.guild.server.posts.forward(self.user, message, channel)

    async def slash(
        self, channel: Channel, command: str, /, *, unfinished: bool = False, **values: Any
    ) -> Reply:
        """Use a slash command, for example `slash(channel, "library add", url="…")`.

        Values are text, numbers, booleans, members, channels, roles and Files.
        """
        found, steps = self._find(channel, command)
        resolved = self.guild.server.resolved(channel)
        filled = options.fill((steps[-1] if steps else found).get("options", []), values, resolved)
        data = _command_data(found, resolved.payload, options=options.nest(steps, filled))
        return await self._act(COMMAND_ACT, f"/{command}", channel, data, unfinished=unfinished)

    async def autocomplete(self, channel: Channel, command: str, /, **values: Any) -> list[Choice]:
        """Type the last of `values` and return what the bot suggests."""
        found, steps = self._find(channel, command)
        filled = options.fill_partly((steps[-1] if steps else found).get("options", []), values)
        data = _command_data(found, {}, options=options.nest(steps, filled))
        return await self.guild.server.suggest(self, f"/{command} (typing)", channel, data)

    async def context_menu(
        self, target: Message | Member, name: str, channel: Channel | None = None
    ) -> Reply:
        """Use an entry of a message's or a person's context menu.

        A person's menu is opened in `channel`, by default the guild's first.
        """
        if isinstance(target, Member):
            channel = channel or next(iter(self.guild.channels.values()))
            kind, target_id = USER, target.user.id
        else:
            self._check_sees(target)
            channel, kind, target_id = target.channel, MESSAGE, target.id
        found, _ = self._find(channel, name, kind)
        resolved = self.guild.server.resolved(channel)
        resolved.add(target)
        data = _command_data(found, resolved.payload, target_id=str(target_id))
        return await self._act(COMMAND_ACT, name, channel, data)

    async def press(self, button: Button, *, unfinished: bool = False) -> Reply:
        """Press a button."""
        if button.disabled or button.is_link:
            raise NotPossibleError(f"the button {button.label!r} cannot be pressed")
        return await self._use(button, button.label or button.custom_id, {}, unfinished=unfinished)

    async def choose(self, select: Select, *choices: Any) -> Reply:
        """Choose from a menu, by label or value; members, roles and channels where it lists them."""
        resolved = self.guild.server.resolved(select.message.channel)
        if select.disabled:
            raise NotPossibleError("the menu is disabled")
        if select.payload["type"] == STRING_SELECT:
            values = [select.value_of(choice) for choice in choices]
        else:
            values = [resolved.add(choice) for choice in choices]
        low, high = select.payload.get("min_values", 1), select.payload.get("max_values", 1)
        if not low <= len(values) <= high:
            raise NotPossibleError(f"the menu takes {low} to {high} choices")
        data: Json = {"values": values}
        if resolved.payload:
            data["resolved"] = resolved.payload
        return await self._use(select, select.placeholder or select.custom_id, data)

    async def submit(
        self,
        modal: ShownModal,
        values: Mapping[str, Any] | None = None,
        *,
        files: Sequence[File] = (),
        unfinished: bool = False,
    ) -> Reply:
        """Fill in a modal, by labels or custom ids, and send it; `files` go into its upload."""
        shown = modal.interaction
        if shown.member.user is not self.user:
            raise NotPossibleError(f"{self.user.name} was not shown {modal.title!r}")
        resolved = self.guild.server.resolved(shown.channel)
        components = forms.fill(modal.payload, values or {}, files, resolved)
        data = {"custom_id": modal.payload["custom_id"], "components": components}
        if resolved.payload:
            data["resolved"] = resolved.payload
        return await self._act(
            MODAL_ACT,
            modal.title,
            shown.channel,
            data,
            message=shown.message,
            unfinished=unfinished,
        )

    def payload(self) -> Json:
        return {
            "user": self.user.payload(),
            "nick": None,
            "avatar": None,
            "roles": [str(role.id) for role in self.roles],
            "joined_at": self.joined,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }

    def leave(self) -> None:
        """Leave the guild."""
        del self.guild.members[self.user.id]
        payload = {"guild_id": str(self.guild.id), "user": self.user.payload()}
        self.guild.server.gateway.tell(self.guild, "GUILD_MEMBER_REMOVE", payload)

    async def _use(
        self, control: Button | Select, about: str, data: Json, *, unfinished: bool = False
    ) -> Reply:
        message = control.message
        self._check_sees(message)
        if control.custom_id not in message.custom_ids:
            raise NotPossibleError(f"{about!r} is no longer on the message")
        part = control.payload
        data |= {"custom_id": control.custom_id, "component_type": part["type"], "id": part["id"]}
        return await self._act(
            COMPONENT_ACT,
            f"[{about}]",
            message.channel,
            data,
            message=message,
            unfinished=unfinished,
        )

    async def _act(
        self,
        kind: int,
        about: str,
        channel: Channel,
        data: Json,
        *,
        message: Message | None = None,
        unfinished: bool = False,
    ) -> Reply:
        self._check_may(channel, "view_channel")
        reply = await self.guild.server.interact(self, kind, about, channel, data, message)
        if not unfinished:
            await reply.finished()
        return reply

    def _find(self, channel: Channel, path: str, kind: int = 1) -> tuple[Json, list[Json]]:
        return self.guild.server.commands.find(self, channel, path, kind)

    def _check_may(self, channel: Channel, name: str) -> None:
        if not channel.may(self.user, name):
            raise NotPossibleError(f"{self.user.name} may not {name} in #{channel.name}")

    def _check_sees(self, message: Message) -> None:
        self._check_may(message.channel, "view_channel")
        if message.deleted or message.seen_by not in (None, self.user):
            raise NotPossibleError(f"{self.user.name} does not see this message")


def _command_data(command: Json, resolved: Json, **more: Any) -> Json:
    data = {"id": command["id"], "name": command["name"], "type": command["type"], **more}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    if resolved:
        data["resolved"] = resolved
    return data
