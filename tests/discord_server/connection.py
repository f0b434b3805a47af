"""One WebSocket connection of the bot."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections import deque

from aiohttp import web

from tests.discord_server.payload import Json

LONGEST_PAYLOAD = 4096
"""Bytes that a client may send at once."""

MOST_PAYLOADS, PER_SECONDS = 120, 60.0
"""How many payloads a client may send in how much time."""


class GatewayCloseError(Exception):
    """The gateway closes the connection, with one of Discord's codes."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """Send payloads in order, compressed if the client asked for it.

    `zlib-stream` is served. For another compression the payloads go out plain, which discord.py
    reads as well.
    """

    def __init__(
        self, socket: web.WebSocketResponse, request: web.Request, compress: str | None
    ) -> None:
        self._socket = socket
        self._request = request
        self._compressor = zlib.compressobj() if compress == "zlib-stream" else None
        self._outgoing: asyncio.Queue[str] = asyncio.Queue()
        self._received: deque[float] = deque()
        self._writer = asyncio.create_task(self._write())

    def send(self, payload: Json) -> None:
        self._outgoing.put_nowait(json.dumps(payload, separators=(",", ":")))

    def read(self, text: str) -> Json:
        """Return what the client sent. Raises GatewayCloseError where it may not send that."""
        now = time.monotonic()
        self._received.append(now)
        while self._received[0] < now - PER_SECONDS:
            self._received.popleft()
        if len(self._received) > MOST_PAYLOADS:
            raise GatewayCloseError(4008, "Rate limited")
        if len(text.encode()) > LONGEST_PAYLOAD:
            raise GatewayCloseError(4002, "Decode error")
        try:
            payload = json.loads(text)
        except ValueError:
            payload = None
        if not isinstance(payload, dict):
            raise GatewayCloseError(4002, "Decode error")
        return payload

    def abort(self) -> None:
        """Break the connection at once."""
        if self._request.transport:
            self._request.transport.abort()

    async def close(self, code: int, reason: str) -> None:
        await self._socket.close(code=code, message=reason.encode())

    async def stop(self) -> None:
        self._writer.cancel()
        await asyncio.gather(self._writer, return_exceptions=True)

    async def _write(self) -> None:
        while True:
            text = await self._outgoing.get()
            try:
                if self._compressor is None:
                    await self._socket.send_str(text)
                else:
                    data = self._compressor.compress(text.encode())
                    await self._socket.send_bytes(data + self._compressor.flush(zlib.Z_SYNC_FLUSH))
            except ConnectionError:
                return
