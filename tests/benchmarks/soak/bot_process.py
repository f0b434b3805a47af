"""The bot in a process of its own, which may read pages on loopback and checks feeds when told.

A line on the input lets half an hour and a minute pass and checks what is due; a line on the output
says that it is done.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime, timedelta

from bot.discord.client import SourcesSay
from bot.discord.connecting import point_at
from bot.discord.feeds.checking import check_due_feeds
from bot.settings import Settings
from corpus.library.following import utc_now
from tests.news_site import LOOPBACK

PAUSE = timedelta(minutes=31)


async def main() -> None:
    """Run the bot until the input ends."""
    settings = Settings.load()
    point_at(settings)
    client = SourcesSay(settings)
    running = asyncio.create_task(client.start(settings.discord_token or ""))
    lines = asyncio.create_task(_check_when_told(client))
    await asyncio.wait([running, lines], return_when=asyncio.FIRST_COMPLETED)
    lines.cancel()
    await client.close()
    await running


async def _check_when_told(client: SourcesSay) -> None:
    ahead = timedelta()
    while await asyncio.to_thread(sys.stdin.readline):
        await client.wait_until_ready()
        client.service.read_page = LOOPBACK.read_page
        client.service.fetch_feed = LOOPBACK.fetch_feed
        ahead += PAUSE

        def now(later: timedelta = ahead) -> datetime:
            return utc_now() + later

        await check_due_feeds(client.service, client.get_guild, asyncio.Event(), now)
        print(flush=True)


if __name__ == "__main__":
    asyncio.run(main())
