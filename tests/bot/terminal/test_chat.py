from pathlib import Path

from bot.settings import Settings
from bot.terminal.library import LOADING_SAMPLES, TERMINAL, offer_samples, open_library
from bot.wording import NOTHING_FOUND
from tests.bot.terminal.conftest import Run


def test_without_a_token_the_bot_is_a_chat_that_says_how_to_connect_it(sources_say: Run) -> None:
    result = sources_say(given="How many North Korean soldiers are in Kursk?\n/quit\nnever asked\n")
    assert result.returncode == 0
    assert "DISCORD_TOKEN is not set" in result.stderr
    assert "4 sample articles were loaded" in result.stderr
    assert "at least 1,500" in result.stdout


def test_more_shows_the_passages_that_an_answer_counted(sources_say: Run) -> None:
    result = sources_say("chat", given="How many troops are in Kursk?\n/more\n")
    answer, counted, rest = result.stdout.partition("1 more passage: /more")
    assert counted
    assert "¶ 7" in answer
    assert "¶" in rest
    assert "There is no more to show" not in result.stderr


def test_acts_of_the_chat(sources_say: Run, story: Path) -> None:
    lines = [
        "/help",
        f"/add {story}",
        "/articles",
        "how many boats waited?",
        "/claims gull",
        "/claims penguin",
        "/add",
        "/add missing.txt",
        "/dance",
        "what do penguins eat?",
        "",
    ]
    result = sources_say("chat", given="\n".join(lines))
    assert result.returncode == 0
    for said in (
        "/add FILE_OR_URL    load an article",
        "Loaded Lighthouse of Skarvik goes dark",
        "14 boats had waited",
        "— Olga Brandt, the keeper · asserts · “A gull flew into the generator,”",
        "No claims found.",
        NOTHING_FOUND,
    ):
        assert said in result.stdout
    for complaint in (
        "Say what to add: /add FILE_OR_URL",
        "There is no file",
        "There is no /dance here",
    ):
        assert complaint in result.stderr


def test_doctor_says_what_is_in_place_a_line_each(sources_say: Run, tmp_path: Path) -> None:
    well = sources_say("doctor")
    assert well.returncode == 0
    assert [line[:1] for line in well.stdout.splitlines()] == ["✓", "✓", "·", "✓"]
    (tmp_path / "occupied").write_text("a file, no folder")
    ill = sources_say("doctor", DATA_FOLDER=str(tmp_path / "occupied"))
    assert ill.returncode == 1
    assert "✗ data folder" in ill.stdout
    assert "✗ database" in ill.stdout
    token = sources_say("doctor", DISCORD_TOKEN="secret-token")
    assert "✓ token: DISCORD_TOKEN is set" in token.stdout
    assert "secret-token" not in token.stdout
    unusable = sources_say("doctor", DATABASE_URL="mysql://me:hidden@host/db")
    assert unusable.returncode == 1
    assert "hidden" not in unusable.stdout


async def test_samples_stopped_half_way_are_completed_the_next_time(tmp_path: Path) -> None:
    settings = Settings.load({"DATA_FOLDER": str(tmp_path)})
    async with open_library(settings) as library:
        await offer_samples(library, TERMINAL)
        whole = await library.articles(TERMINAL)
        await library.remove(TERMINAL, whole[-1].id)
        await offer_samples(library, TERMINAL)
        assert len(await library.articles(TERMINAL)) == len(whole) - 1  # removed for good
        await library.store.change_settings(TERMINAL, {LOADING_SAMPLES: True})
    async with open_library(settings) as library:
        await offer_samples(library, TERMINAL)
        assert {entry.id for entry in await library.articles(TERMINAL)} == {e.id for e in whole}
        assert LOADING_SAMPLES not in await library.store.settings(TERMINAL)
