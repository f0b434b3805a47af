"""Imports run down: never in a circle, never up, never from one feature to another.

All imports of the source text count, also those inside functions and for types alone.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

Imports = Mapping[str, set[str]]
"""By module, the modules it imports."""

ROOMS = "a room"
"""A feature of the bot on Discord: a folder of `bot/discord` that is none of those below."""

LAYERS: Sequence[Collection[str]] = (
    # the engine, bottom first
    ("corpus.article", "corpus.errors", "corpus.stance", "corpus.encoder", "corpus.index"),
    ("corpus.languages",),
    ("corpus.reading",),
    ("corpus.claims",),
    ("corpus.answering",),
    ("corpus.contradictions", "corpus.conversation", "corpus.indexed_article"),
    ("corpus.checking", "corpus.figures", "corpus.topics"),
    ("corpus.corpus",),
    ("corpus.library",),
    ("corpus",),
    ("corpus.learning",),
    # how people reach it
    ("bot", "bot.discord", "bot.language", "bot.settings"),
    ("bot.changes", "bot.wording"),
    ("bot.attribution", "bot.explaining", "bot.figures"),
    ("bot.conversation",),
    ("bot.terminal", "bot.discord.errors", "bot.discord.logs", "bot.discord.translations"),
    ("bot.discord.service",),
    ("bot.discord.kit",),
    (ROOMS, "bot.discord.command_tree"),
    ("bot.discord.rooms",),
    ("bot.discord.client",),
    ("bot.discord.connecting",),
    ("bot.__main__",),
)
"""The parts of the house. Each may import itself, and parts of the lines before its own."""

NEVER = (
    ("bot.discord", "bot.terminal"),
    ("bot.terminal", "bot.discord"),
    ("bot", "corpus.learning"),
)
"""What must not import what, although the layers would let it."""


def imports_in(root: Path, *packages: str) -> Imports:
    """Read what every module of some packages imports of them, at any place in its text."""
    files = {
        _name_of(path.relative_to(root)): path
        for package in packages
        for path in sorted((root / package).rglob("*.py"))
    }
    return {name: set(_imported(path, name, files)) - {name} for name, path in files.items()}


def _name_of(path: Path) -> str:
    names = path.with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def _imported(path: Path, name: str, known: Collection[str]) -> Iterator[str]:
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            where = ".".join(filter(None, [*(above if node.level else []), node.module]))
            for alias in node.names:
                inside = f"{where}.{alias.name}"
                if inside in known or where in known:
                    yield inside if inside in known else where


def circle_in(imports: Imports) -> list[str]:
    """Find modules that import each other in a circle; none where there is no circle."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def part_of(module: str) -> str:
    """Name the part of the house that a module belongs to."""
    names = module.split(".")
    if names[:2] == ["bot", "discord"]:
        part = ".".join(names[:3])
        return part if any(part in layer for layer in LAYERS) else ROOMS
    return ".".join(names[:2])


def wrong_ways(imports: Imports) -> list[str]:
    """List the imports that do not run down, as "importing → imported"."""
    height = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    wrong = []
    for module, imported in imports.items():
        for other in imported:
            here, there = part_of(module), part_of(other)
            same = _room(module) == _room(other) if here == ROOMS else here == there
            runs_down = height.get(there, len(LAYERS)) < height.get(here, -1)
            if not (same or runs_down) or _is_never(module, other):
                wrong.append(f"{module} → {other}")
    return sorted(wrong)


def _room(module: str) -> str:
    return ".".join(module.split(".")[:3])


def _is_never(module: str, other: str) -> bool:
    return any(
        f"{module}.".startswith(f"{upper}.") and f"{part_of(other)}.".startswith(f"{lower}.")
        for upper, lower in NEVER
    )


@pytest.fixture(scope="module")
def imports() -> Imports:
    return imports_in(ROOT, "bot", "corpus")


def test_no_modules_import_each_other_in_a_circle(imports: Imports) -> None:
    assert circle_in(imports) == []


def test_imports_run_down_and_from_no_feature_to_another(imports: Imports) -> None:
    assert wrong_ways(imports) == []


def test_every_part_of_the_house_has_its_place(imports: Imports) -> None:
    placed = {part for layer in LAYERS for part in layer}
    assert {part_of(module) for module in imports} <= placed


@pytest.mark.parametrize(
    "text",
    [
        "from bot.b import x",
        "import bot.b",
        "from bot import b",
        "from . import b",
        "from .b import x",
        "def f():\n    from bot.b import x",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.b import x",
    ],
)
def test_a_circle_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"bot/__init__.py": "", "bot/a.py": text, "bot/b.py": "from bot.a import y"})
    assert set(circle_in(imports_in(tmp_path, "bot"))) == {"bot.a", "bot.b"}


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("corpus.index.postings", "bot.wording"),
        ("corpus.claims.names", "corpus.library.store"),
        ("corpus.index.postings", "corpus.library.store"),
        ("corpus.languages.english.words", "corpus.claims.names"),
        ("bot.discord.asking.card", "bot.discord.loading.card"),
        ("bot.discord.kit.card", "bot.discord.asking.card"),
        ("bot.discord.service.pace", "bot.discord.asking.card"),
        ("bot.discord.service.pace", "bot.discord.kit.card"),
        ("bot.discord.asking.card", "bot.discord.client"),
        ("bot.discord.rooms", "bot.discord.client"),
        ("bot.discord.asking.card", "bot.terminal.card"),
        ("bot.terminal.card", "bot.discord.kit.quoting"),
        ("bot.wording", "bot.discord.kit.quoting"),
        ("bot.__main__", "corpus.learning.reader.train"),
        ("bot.discord.a_new_file", "bot.discord.client"),
        ("corpus.claims.names", "corpus.a_new_folder.file"),
    ],
)
def test_an_import_that_runs_up_or_across_is_found(
    tmp_path: Path, module: str, imported: str
) -> None:
    write(tmp_path, {_path(module): f"import {imported}", _path(imported): ""})
    found = wrong_ways(imports_in(tmp_path, "bot", "corpus"))
    assert found == [f"{module} → {imported}"]


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("bot.discord.asking.card", "bot.discord.asking.passage"),
        ("bot.discord.asking.card", "bot.discord.kit.card"),
        ("bot.discord.a_new_room.card", "bot.discord.service"),
        ("bot.discord.client", "bot.discord.asking.mention"),
        ("bot.discord.connecting", "bot.discord.client"),
        ("bot.terminal.card", "corpus.answering.answer"),
        ("corpus.library.library", "corpus.corpus"),
    ],
)
def test_an_import_that_runs_down_is_let_be(tmp_path: Path, module: str, imported: str) -> None:
    write(tmp_path, {_path(module): f"import {imported}", _path(imported): ""})
    assert wrong_ways(imports_in(tmp_path, "bot", "corpus")) == []


def _path(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
