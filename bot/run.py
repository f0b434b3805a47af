"""Run the bot: on Discord with a token, as a chat in the terminal without one."""

from __future__ import annotations

import asyncio

from bot.settings import Settings
from bot.terminal.console import note

IN_THE_TERMINAL = (
    "Chatting in this terminal, since DISCORD_TOKEN is not set. To connect to Discord, put your "
    "bot's token into a file named .env (see .env.example) and start again."
)


def run() -> None:
    """Run until stopped."""
    settings = Settings.load()
    if settings.discord_token:
        from bot.connecting import connect  # noqa: PLC0415 - discord.py is slow to import

        connect(settings)
        return
    from bot.terminal.chat import chat  # noqa: PLC0415

    note(IN_THE_TERMINAL)
    asyncio.run(chat(server_id=0))
