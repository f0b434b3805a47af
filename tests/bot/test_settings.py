import re
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.settings import Settings, SettingsError


def test_without_any_setting_the_library_is_a_file_in_the_users_data_folder() -> None:
    settings = Settings.load({})
    assert settings.data_folder.name == "sources-say"
    assert settings.database_url == f"sqlite:///{settings.data_folder}/library.sqlite"
    assert settings.discord_token is None
    assert settings.memory_budget == 512_000_000


def test_an_empty_value_counts_as_not_set() -> None:
    assert Settings.load({"DISCORD_TOKEN": "  ", "LOG_LEVEL": ""}) == Settings.load({})


def test_the_environment_wins_over_the_env_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\nDISCORD_TOKEN='from the file'\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    monkeypatch.setenv("LOG_LEVEL", "debug")
    settings = Settings.load()
    assert settings.log_level == "DEBUG"
    assert settings.discord_token == "from the file"


def test_secrets_stay_out_of_what_may_be_logged() -> None:
    settings = Settings.load(
        {"DISCORD_TOKEN": "very-secret", "DATABASE_URL": "postgresql://me:hidden@host/db"}
    )
    assert "very-secret" not in repr(settings)
    assert "hidden" not in repr(settings)
    assert settings.database_kind == "PostgreSQL"


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("MEMORY_BUDGET_MB", "plenty", "a whole number, 16 or more"),
        ("MEMORY_BUDGET_MB", "15", "a whole number, 16 or more"),
        ("MEMORY_BUDGET_MB", "-1", "a whole number, 16 or more"),
        ("LOG_LEVEL", "LOUD", "one of DEBUG, INFO, WARNING, ERROR"),
        ("LOG_FORMAT", "XML", "one of TEXT, JSON"),
        ("MESSAGE_CONTENT_INTENT", "MAYBE", "one of 1, YES"),
        ("DISCORD_API_URL", "ftp://proxy", "an address that begins https://"),
        ("DISCORD_GATEWAY_URL", "wss://", "an address that begins wss://"),
        ("SHARD_COUNT", "two", "a whole number, 0 or more"),
        ("SHARD_IDS", "0..3", "numbers or ranges, such as 0-3,8"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_may_be(
    name: str, value: str, advice: str
) -> None:
    with pytest.raises(SettingsError, match=re.escape(f"{name} is '{value}'; give {advice}")):
        Settings.load({name: value})


@pytest.mark.parametrize(
    ("text", "ids"), [("0", (0,)), ("0-3,8", (0, 1, 2, 3, 8)), ("2,1-2", (1, 2)), ("", None)]
)
def test_shards_are_named_by_numbers_and_ranges(text: str, ids: tuple[int, ...] | None) -> None:
    assert Settings.load({"SHARD_COUNT": "9", "SHARD_IDS": text}).shard_ids == ids


@pytest.mark.parametrize(
    ("count", "ids", "advice"),
    [
        ("", "0", "without SHARD_COUNT"),
        ("4", "4", "from 0 to SHARD_COUNT - 1"),
        ("4", "3-1", "from 0 to SHARD_COUNT - 1"),
    ],
)
def test_shards_that_cannot_be_are_refused(count: str, ids: str, advice: str) -> None:
    with pytest.raises(SettingsError, match=advice):
        Settings.load({"SHARD_COUNT": count, "SHARD_IDS": ids})


def test_discord_is_itself_unless_a_proxy_is_named() -> None:
    assert Settings.load({}).discord_api_url == "https://discord.com/api/v10"
    proxied = Settings.load(
        {"DISCORD_API_URL": "http://proxy/api/", "MESSAGE_CONTENT_INTENT": "yes"}
    )
    assert proxied.discord_api_url == "http://proxy/api"
    assert proxied.message_content_intent


def test_an_unreadable_env_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        Settings.load()


def test_the_example_file_names_every_setting_with_its_default() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    given = {name: value or "" for name, value in dotenv_values(example).items()}
    assert set(given) == {
        "DISCORD_TOKEN",
        "DATA_FOLDER",
        "DATABASE_URL",
        "MEMORY_BUDGET_MB",
        "LOG_LEVEL",
        "LOG_FORMAT",
        "MESSAGE_CONTENT_INTENT",
        "DISCORD_API_URL",
        "DISCORD_GATEWAY_URL",
        "SHARD_COUNT",
        "SHARD_IDS",
    }
    assert Settings.load(given) == Settings.load({})


def test_a_data_folder_of_nobody_is_said_in_a_sentence() -> None:
    with pytest.raises(SettingsError, match="DATA_FOLDER is '~nobody-here/x'; "):
        Settings.load({"DATA_FOLDER": "~nobody-here/x"})
