"""Every language says everything, with the values and the marks that the English has."""

from __future__ import annotations

import ast
import asyncio
import re
from collections.abc import Iterator
from contextvars import copy_context
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from bot.discord.kit.failures import TOO_LATE
from bot.discord.kit.figures.chart import FONT
from bot.language import OF_A_NAME, gettext, gettext_filled, languages, speak, to_everybody
from bot.wording import day_shown, language_name
from corpus.errors import ReadingError
from corpus.reading import load_bytes
from tests.bot.locales.messages import LOOKING_UP, ROOT, collect

FILES = sorted((ROOT / "bot" / "locales").glob("*.po"))

COMMAND = re.compile(r"`/[a-z ]+`")


@pytest.fixture(scope="module")
def english() -> Catalog:
    return asyncio.run(collect())


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def translated(request: pytest.FixtureRequest) -> Catalog:
    with request.param.open("rb") as file:
        return read_po(file)


def test_there_is_german() -> None:
    assert "de" in languages()


def test_every_text_is_translated_and_none_that_is_gone(
    english: Catalog, translated: Catalog
) -> None:
    """Bring the files up to date with `python -m tests.bot.locales`, then translate what is new."""
    there = {_key(message) for message in translated if all(_forms(message.string))}
    assert there == {_key(message) for message in english}


def test_translations_have_the_values_and_marks_of_the_english(translated: Catalog) -> None:
    for message in translated:
        if not message.id:
            continue
        wanted = _forms(message.id)[-1]
        for said in _forms(message.string):
            assert _values(said) <= _values(wanted), said
            if said is _forms(message.string)[-1]:
                assert _values(said) == _values(wanted), said
            assert sorted(COMMAND.findall(said)) == sorted(COMMAND.findall(wanted)), said
            assert (said[-1:] == " ") == (wanted[-1:] == " "), said
            assert said.count("**") == wanted.count("**"), said
            assert said.count("\n") == wanted.count("\n"), said
            assert said.startswith("-# ") == wanted.startswith("-# "), said


def test_names_of_commands_are_as_discord_wants_them(translated: Catalog) -> None:
    for message in translated:
        if message.context == OF_A_NAME and " " not in str(message.id):
            assert re.fullmatch(r"[\w-]{1,32}", str(message.string)), message.string
            assert str(message.string) == str(message.string).lower()


def _key(message: Message) -> tuple[str | None, tuple[str, ...]]:
    return message.context, _forms(message.id)


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)


def _values(text: str) -> set[tuple[str, str | None]]:
    """List the places for values in a text: those without a name are known by their number."""
    places = [(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None]
    return {(name or str(number), form) for number, (name, form) in enumerate(places)}


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "bot" / "discord").rglob("*.py")):
        if path.name == "connecting.py":  # it speaks to whoever runs the bot
            continue
        yield path, ast.parse(path.read_text(encoding="utf-8"))


WORDS = re.compile(r"[A-Za-z’]{2,} [A-Za-z’]{2,}")

UNSEEN = {
    "log",
    "compile",
    "command",
    "describe",
    "annotate",
    "context_menu",
    "ModeratorsGroup",
    "LimitError",
    "_within",
}
"""What takes texts that are for the log, for programmers, or translated by Discord's own ways."""

AS_THEY_ARE = {"Sources Say", TOO_LATE, FONT}


def test_every_sentence_in_the_code_is_marked_to_be_translated(english: Catalog) -> None:
    """Two words beside one another are for people, unless they are for the log or for programmers."""
    names = {str(message.id) for message in english if message.context == OF_A_NAME}
    unmarked = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for path, tree in _modules()
        for node in _unmarked(tree)
        if isinstance(node.value, str) and WORDS.search(node.value)
        if node.value not in names | AS_THEY_ARE
    ]
    assert unmarked == []


def _unmarked(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # a docstring
        if isinstance(node, ast.Call) and _called(node) & {*LOOKING_UP, *UNSEEN}:
            continue
        if isinstance(node, ast.Constant):
            yield node
        yield from _unmarked(node)


def _called(call: ast.Call) -> set[str]:
    """Name the function that is called, and what it is called on."""
    return {each.id if isinstance(each, ast.Name) else each.attr
            for each in ast.walk(call.func) if isinstance(each, (ast.Name, ast.Attribute))}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("That page is empty.", "Diese Seite ist leer."),
        (
            "The site has a fault of its own (503).",
            "Die Website hat selbst eine Störung (503).",
        ),
        (
            "There is no file 'a (503).txt': check its name and its folder.",
            "Es gibt keine Datei 'a (503).txt': Prüf ihren Namen und ihren Ordner.",
        ),
        ("let <#12> search", "lässt <#12> durchsuchen:"),
        ("No sentence of ours", "No sentence of ours"),
        ("", ""),
    ],
)
def test_what_is_filled_in_already_is_known_by_the_rest_of_it(written: str, said: str) -> None:
    def in_german() -> str:
        speak("de")
        return gettext_filled(written)

    assert gettext_filled(written) == written
    assert copy_context().run(in_german) == said


def test_the_engines_own_refusal_is_translated_with_what_it_names() -> None:
    def in_german() -> str:
        speak("de")
        return gettext_filled(str(refused.value))

    with pytest.raises(ReadingError) as refused:
        load_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100), name="a.png")
    assert copy_context().run(in_german).startswith("Das ist ein Bild, kein Artikel: Gib eine Web")


def test_to_everybody_in_the_language_of_the_server_and_then_to_the_person_again() -> None:
    def both() -> list[str]:
        speak("de", "en-GB")
        with to_everybody():
            aloud = gettext("Undo")
        return [aloud, gettext("Undo")]

    assert copy_context().run(both) == ["Undo", "Rückgängig"]


def test_a_language_that_there_is_no_file_for_is_english() -> None:
    def both() -> tuple[str, str]:
        speak("fi")
        return gettext("Undo"), day_shown(date(2024, 10, 26))

    assert copy_context().run(both) == ("Undo", "26 October 2024")


def test_days_and_languages_are_named_in_the_language_spoken() -> None:
    def both() -> tuple[str, str]:
        speak("de")
        return day_shown(date(2024, 10, 26)), language_name("ru")

    assert copy_context().run(both) == ("26. Oktober 2024", "Russisch")
