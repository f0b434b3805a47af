"""What moderators removed is deleted for good a day later, while the bot runs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update

from bot.discord.client import SourcesSay
from bot.discord.forgetting.removed import forget_removed
from corpus.library.store.tables import removed
from tests.bot.discord.conftest import load
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Guild


async def test_it_is_deleted_a_day_after_it_was_removed(bot: SourcesSay, guild: Guild) -> None:
    store = bot.service.store
    await load(bot, guild, FERRY)
    await bot.service.library.remove(guild.id, FERRY.id)
    await forget_removed(store)
    assert len(await store.removed(guild.id)) == 1
    async with store.writing() as connection:
        a_day_ago = datetime.now(UTC) - timedelta(days=1)
        await connection.execute(update(removed).values(removed_at=a_day_ago))
    await forget_removed(store)
    async with store.reading() as connection:
        assert await connection.scalar(select(func.count()).select_from(removed)) == 0
