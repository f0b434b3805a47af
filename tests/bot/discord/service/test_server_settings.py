"""A server's settings, as they are kept and as they may come with an imported library."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.discord.errors import DeclinedError
from bot.discord.service.server_settings import ServerSettings, load_settings, save_settings
from corpus.library.store import Store

CHOSEN = ServerSettings(
    asked_by=5,
    cooldown=0,
    private=True,
    passages=5,
    keep_questions=True,
    audit_channel=6,
    channels={7: ("a", "b"), 8: ()},
)


@pytest.mark.parametrize("settings", [ServerSettings(), CHOSEN])
def test_settings_come_back_from_json(settings: ServerSettings) -> None:
    stored = json.loads(json.dumps(settings.as_json()))
    assert ServerSettings.from_json(stored) == settings


async def test_settings_are_kept_and_taken_back(sqlite: str) -> None:
    store = await Store.open(sqlite)
    assert await load_settings(store, 1) == ServerSettings()
    await save_settings(store, 1, CHOSEN)
    assert await load_settings(store, 1) == CHOSEN
    await save_settings(store, 1, ServerSettings())
    assert await load_settings(store, 1) == ServerSettings()
    assert await load_settings(store, 2) == ServerSettings()
    await store.close()


@pytest.mark.parametrize(
    "stored",
    [
        {"cooldown": "soon", "passages": None, "private": 1},
        {"cooldown": True, "asked_by": "5", "channels": [1]},
        {"cooldown": -1},
        {"passages": 99},
        {"channels": {"general": ["a"]}},
        {"channels": {"7": None}},
        {"unknown": 1},
    ],
)
def test_what_cannot_be_right_is_as_if_never_set(stored: dict[str, Any]) -> None:
    assert ServerSettings.from_json(stored) == ServerSettings()


@pytest.mark.parametrize(
    "wrong", [{"cooldown": -1}, {"cooldown": 3601}, {"passages": 0}, {"passages": 6}]
)
def test_a_value_out_of_range_is_declined_with_the_range(wrong: dict[str, int]) -> None:
    with pytest.raises(DeclinedError, match="from"):
        ServerSettings(**wrong)  # type: ignore[arg-type] # numbers all
