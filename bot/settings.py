"""Settings: from the environment, or else from a `.env` file in the working folder."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_data_path

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("TEXT", "JSON")
DISCORD_API_URL = "https://discord.com/api/v10"
YES = ("1", "YES", "TRUE", "ON")
NO = ("0", "NO", "FALSE", "OFF")
SHARD_IDS = re.compile(r"\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*", re.ASCII)


class SettingsError(Exception):
    """A setting has a value that cannot be used; the text says which, and what it may be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs. `.env.example` explains every setting to people.

    `memory_budget` is in bytes. `discord_gateway_url` is None for the one Discord names.
    `shard_count` and `shard_ids` (from 0) are None where Discord's recommendation is taken and all
    shards run here. `discord_token` and a password in `database_url` stay out of
    `repr`, so that they cannot reach a log.
    """

    data_folder: Path
    database_url: str = field(repr=False)
    memory_budget: int
    log_level: str
    log_format: str = "TEXT"
    discord_token: str | None = field(default=None, repr=False)
    discord_api_url: str = DISCORD_API_URL
    discord_gateway_url: str | None = None
    message_content_intent: bool = False
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None

    @property
    def database_kind(self) -> str:
        """The database's name for people: its URL may hold a password."""
        return "SQLite" if self.database_url.startswith("sqlite") else "PostgreSQL"

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings; an empty value counts as not set.

        Raises SettingsError where a value cannot be used.
        """
        given = _given(environment)
        shard_count = _whole_number(given, "SHARD_COUNT", 0, least=0) or None
        data_folder = _folder(given, "DATA_FOLDER") or user_data_path("sources-say")
        return cls(
            data_folder=data_folder,
            database_url=given.get("DATABASE_URL", _sqlite_url(data_folder)),
            memory_budget=_whole_number(given, "MEMORY_BUDGET_MB", 512, least=16) * 1_000_000,
            log_level=_choice(given, "LOG_LEVEL", "INFO", LOG_LEVELS),
            log_format=_choice(given, "LOG_FORMAT", "TEXT", LOG_FORMATS),
            discord_token=given.get("DISCORD_TOKEN"),
            discord_api_url=_url(given, "DISCORD_API_URL", ("https", "http")) or DISCORD_API_URL,
            discord_gateway_url=_url(given, "DISCORD_GATEWAY_URL", ("wss", "ws")),
            message_content_intent=_choice(given, "MESSAGE_CONTENT_INTENT", "OFF", YES + NO) in YES,
            shard_count=shard_count,
            shard_ids=_shard_ids(given, shard_count),
        )


def _given(environment: Mapping[str, str] | None) -> dict[str, str]:
    if environment is None:
        environment = {**_dotenv(Path(".env")), **os.environ}
    return {name: value.strip() for name, value in environment.items() if value.strip()}


def _dotenv(path: Path) -> dict[str, str]:
    try:
        values = dotenv_values(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The file {path} cannot be read ({error}); mend or remove it."
        ) from error
    return {name: value for name, value in values.items() if value is not None}


def _folder(given: Mapping[str, str], name: str) -> Path | None:
    text = given.get(name)
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError as error:
        raise SettingsError(f"{name} is {text!r}; there is no such user: name a folder.") from error


def _sqlite_url(data_folder: Path) -> str:
    return f"sqlite:///{data_folder.absolute() / 'library.sqlite'}"


def _whole_number(given: Mapping[str, str], name: str, default: int, *, least: int) -> int:
    text = given.get(name, str(default))
    if not text.isdecimal() or int(text) < least:
        raise SettingsError(f"{name} is {text!r}; give a whole number, {least} or more.")
    return int(text)


def _choice(given: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    text = given.get(name, default)
    if text.upper() not in choices:
        raise SettingsError(f"{name} is {text!r}; give one of {', '.join(choices)}.")
    return text.upper()


def _url(given: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    text = given.get(name)
    if text is None:
        return None
    scheme, _, rest = text.partition("://")
    if scheme.lower() not in schemes or not rest:
        raise SettingsError(f"{name} is {text!r}; give an address that begins {schemes[0]}://.")
    return text.rstrip("/")


def _shard_ids(given: Mapping[str, str], shard_count: int | None) -> tuple[int, ...] | None:
    """Read numbers and ranges ("0-3,8"); shards are numbered from 0, each below the count."""
    text = given.get("SHARD_IDS")
    if text is None:
        return None
    if not SHARD_IDS.fullmatch(text):
        raise SettingsError(f"SHARD_IDS is {text!r}; give numbers or ranges, such as 0-3,8.")
    if shard_count is None:
        raise SettingsError("SHARD_IDS is given without SHARD_COUNT; give that too.")
    ids: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        if not int(first) <= int(last or first) < shard_count:
            raise SettingsError(f"SHARD_IDS is {text!r}; its numbers go from 0 to SHARD_COUNT - 1.")
        ids.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(ids))
