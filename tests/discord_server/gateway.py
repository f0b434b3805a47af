"""The gateway: Discord's documentation, "Gateway" and "Gateway Events"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.discord_server.connection import Connection, GatewayCloseError
from tests.discord_server.intents import (
    GUILD_MEMBERS,
    GUILDS,
    KNOWN_INTENTS,
    NEEDED,
    NO_INTENT,
    PRIVILEGED,
    is_hidden,
    message_intent,
)
from tests.discord_server.messages import Message
from tests.discord_server.payload import Json
from tests.discord_server.sessions import Session

if TYPE_CHECKING:
    from tests.discord_server.guilds import Guild
    from tests.discord_server.server import DiscordServer

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = (
    1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
API_VERSION = "10"
NORMAL_CLOSURES = (1000, 1001)
"""A client that closes with these ends its session; any other way it may resume it."""


class Gateway:
    """Hold the bot's connections and tell them what happens.

    `identified` and `resumed` count what the bot did since the start. While `is_silent`, a new
    connection is taken and told nothing.
    """

    def __init__(self, server: DiscordServer, heartbeat_interval: float) -> None:
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.is_silent = False
        self._server = server
        self._heartbeat_interval = heartbeat_interval
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()

    @property
    def connections(self) -> int:
        """How many connections the bot has, with or without a session."""
        return len(self._connections)

    @property
    def sessions(self) -> list[Session]:
        """The sessions with a living connection."""
        return [session for session in self._sessions.values() if session.connection]

    def tell(self, guild: Guild | None, event: str, data: Json) -> None:
        """Send an event about a guild (None: direct messages) to the sessions that want it."""
        if guild is not None and not guild.has_bot:
            return
        needed = NEEDED.get(event, NO_INTENT)
        for session in self._hearing(guild):
            if not needed or session.intents & needed:
                session.dispatch(event, data)

    def tell_message(self, event: str, message: Message) -> None:
        """Send a new or edited message, without its text where the bot may not read it."""
        guild = message.channel.guild
        if guild and not (guild.has_bot and message.channel.may(self._server.bot, "view_channel")):
            return
        for session in self._hearing(guild):
            if session.intents & message_intent(guild):
                session.dispatch(event, self._message_payload(message, session))

    def cut(self) -> None:
        """Break every connection without a word, as a lost network does."""
        for connection in list(self._connections):
            connection.abort()

    def ask_to_reconnect(self) -> None:
        """Send every session "reconnect" (op 7)."""
        for session in self.sessions:
            session.send({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send every session "invalid session" (op 9); one that is not resumable is forgotten."""
        for session in self.sessions:
            session.send({"op": INVALID, "d": resumable})
            if not resumable:
                del self._sessions[session.id]

    def ask_for_heartbeat(self) -> None:
        """Send every session a heartbeat (op 1), which it has to answer at once."""
        for session in self.sessions:
            session.send({"op": HEARTBEAT, "d": None})

    async def close(self) -> None:
        for connection in list(self._connections):
            await connection.close(1001, "Going away")

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection of the bot."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        connection = Connection(socket, request, request.query.get("compress"))
        self._connections.add(connection)
        self._server.pulse.beat()
        try:
            if not self.is_silent:
                self._greet(connection, request)
            async for message in socket:
                text = message.data if message.type is WSMsgType.TEXT else ""
                self._receive(connection, text)
                self._server.pulse.beat()
        except GatewayCloseError as refusal:
            self._server.closures.append(refusal.code)
            await connection.close(refusal.code, refusal.reason)
        finally:
            self._connections.discard(connection)
            self._leave(connection, socket.close_code)
            await connection.stop()
            self._server.pulse.beat()
        return socket

    def _greet(self, connection: Connection, request: web.Request) -> None:
        if request.query.get("v") != API_VERSION or request.query.get("encoding") != "json":
            raise GatewayCloseError(4012, "Invalid API version")
        interval = int(self._heartbeat_interval * 1000)
        connection.send({"op": HELLO, "d": {"heartbeat_interval": interval, "_trace": []}})

    def _receive(self, connection: Connection, text: str) -> None:
        payload = connection.read(text)
        op: Any = payload.get("op")
        data: Any = payload.get("d")
        if op == HEARTBEAT:
            self.heartbeats += 1
            connection.send({"op": ACK, "d": None})
        elif op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif self._session_of(connection) is None:
            raise GatewayCloseError(4003, "Not authenticated")
        elif op == MEMBERS:
            self._send_members(connection, data)
        elif op not in (PRESENCE, VOICE):
            raise GatewayCloseError(4001, "Unknown opcode")

    def _identify(self, connection: Connection, data: Json) -> None:
        if self._session_of(connection):
            raise GatewayCloseError(4005, "Already authenticated")
        if data.get("token") != self._server.token:
            raise GatewayCloseError(4004, "Authentication failed")
        intents = data.get("intents")
        if not isinstance(intents, int) or intents & ~KNOWN_INTENTS:
            raise GatewayCloseError(4013, "Invalid intent(s)")
        if intents & PRIVILEGED & ~self._server.granted_intents:
            raise GatewayCloseError(4014, "Disallowed intent(s)")
        shard, count = data.get("shard", (0, 1))
        if not 0 <= shard < count:
            raise GatewayCloseError(4010, "Invalid shard")
        session = Session(shard, count, intents, connection)
        self._sessions[session.id] = session
        self.identified += 1
        self._welcome(session)

    def _welcome(self, session: Session) -> None:
        guilds = [g for g in self._server.guilds if g.has_bot and session.hears(g.id)]
        session.dispatch(
            "READY",
            {
                "v": int(API_VERSION),
                "user": self._server.bot.payload(),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": self._server.gateway_url,
                "shard": [session.shard, session.shard_count],
                "application": {"id": str(self._server.application_id), "flags": 0},
            },
        )
        everyone = bool(session.intents & GUILD_MEMBERS)
        for guild in guilds:
            if session.intents & GUILDS:
                payload = guild.payload(all_members=everyone)
                session.dispatch("GUILD_CREATE", {**payload, "unavailable": False})

    def _resume(self, connection: Connection, data: Json) -> None:
        if data.get("token") != self._server.token:
            raise GatewayCloseError(4004, "Authentication failed")
        session = self._sessions.get(str(data.get("session_id")))
        if session is None:
            connection.send({"op": INVALID, "d": False})
            return
        seq = data.get("seq")
        if not isinstance(seq, int) or seq > session.seq:
            raise GatewayCloseError(4007, "Invalid seq")
        self.resumed += 1
        session.resume(connection, seq)

    def _send_members(self, connection: Connection, data: Json) -> None:
        session = self._session_of(connection)
        guild = next(
            (g for g in self._server.guilds if str(g.id) == str(data.get("guild_id"))), None
        )
        if session is None or guild is None:
            return
        wanted = {str(user_id) for user_id in data.get("user_ids", ())}
        prefix = str(data.get("query", "")).lower()
        if not wanted and not prefix and not session.intents & GUILD_MEMBERS:
            raise GatewayCloseError(4014, "Disallowed intent(s)")
        members = [
            member.payload()
            for member in guild.members.values()
            if (
                str(member.user.id) in wanted
                if wanted
                else member.user.name.lower().startswith(prefix)
            )
        ]
        chunk = {"guild_id": str(guild.id), "members": members, "chunk_index": 0, "chunk_count": 1}
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def _hearing(self, guild: Guild | None) -> list[Session]:
        """Return the sessions that hear of a guild; those without a connection hear it later."""
        sessions = self._sessions.values()
        return [s for s in sessions if (s.hears(guild.id) if guild else s.shard == 0)]

    def _message_payload(self, message: Message, session: Session) -> Json:
        payload = message.payload(hidden=is_hidden(message, session.intents, self._server.bot))
        if message.reference and payload.get("referenced_message"):
            hidden = is_hidden(message.reference, session.intents, self._server.bot)
            payload["referenced_message"] = message.reference.payload(hidden=hidden, nested=False)
        guild = message.channel.guild
        if guild and message.author.id in guild.members:
            member = guild.members[message.author.id].payload()
            del member["user"]
            payload["member"] = member
        return payload

    def _session_of(self, connection: Connection) -> Session | None:
        return next((s for s in self._sessions.values() if s.connection is connection), None)

    def _leave(self, connection: Connection, code: int | None) -> None:
        session = self._session_of(connection)
        if session is None:
            return
        session.connection = None
        if code in NORMAL_CLOSURES:
            del self._sessions[session.id]
