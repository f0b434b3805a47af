"""The whole command tree: names, descriptions, permissions, limits, and their translations."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from discord import app_commands

from bot.discord.client import SourcesSay
from bot.discord.kit.moderators import ModeratorsGroup
from bot.discord.translations import Translations
from bot.language import languages
from bot.settings import Settings
from tests.discord_server.validation.commands import check_commands

Json = dict[str, Any]

SUBCOMMAND, GROUP = 1, 2


@pytest.fixture(scope="module")
def tree() -> app_commands.CommandTree[Any]:
    async def make() -> app_commands.CommandTree[Any]:
        return SourcesSay(Settings.load({})).tree

    return asyncio.run(make())


@pytest.fixture(scope="module")
def payload(tree: app_commands.CommandTree[Any]) -> list[Json]:
    async def translated() -> list[Json]:
        return [
            await command.get_translated_payload(tree, Translations())
            for command in tree.get_commands()
        ]

    return asyncio.run(translated())


def walk(parts: list[Json]) -> Iterator[Json]:
    for part in parts:
        yield part
        yield from walk(part.get("options", []))


def test_discord_takes_every_command(payload: list[Json]) -> None:
    check_commands(payload)


def test_members_commands_are_for_everyone_and_moderators_for_moderators(
    payload: list[Json],
) -> None:
    for command in payload:
        permissions = command.get("default_member_permissions")
        moderates = "library" in command["name"]
        assert permissions == (1 << 13 if moderates else None), command["name"]


def test_every_group_checks_each_use_itself(tree: app_commands.CommandTree[Any]) -> None:
    groups = [one for one in tree.walk_commands() if isinstance(one, app_commands.Group)]
    assert [type(group) for group in groups] == [ModeratorsGroup] * 2


def test_only_help_is_there_in_direct_messages(payload: list[Json]) -> None:
    in_messages = {c["name"] for c in payload if c.get("dm_permission", True)}
    assert in_messages == {"help"}


def test_every_name_and_description_is_translated(payload: list[Json]) -> None:
    assert set(languages()) == {"de"}
    for part in walk(payload):
        for language in languages():
            assert language in part["name_localizations"], part["name"]
            if part.get("description"):
                assert language in part["description_localizations"], part["description"]


def test_the_members_commands_are_all_there(payload: list[Json]) -> None:
    names = {command["name"] for command in payload}
    assert {"ask", "claims", "articles", "help", "Check with sources"} <= names


def test_every_description_says_something_and_ends_without_a_full_stop(
    payload: list[Json],
) -> None:
    for part in walk(payload):
        if part.get("description"):
            assert len(part["description"]) > 8, part["name"]
            assert not part["description"].endswith("."), part["name"]
