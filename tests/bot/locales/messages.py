"""Every text that people are shown: gathered from the code, so that no language lacks one.

The bot's own are marked with the functions of `bot.language`. The engine knows nothing of languages:
its texts are whole sentences wherever they stand in its code, and the values of what it judges by.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

from babel.messages import Catalog
from discord import app_commands

from bot.discord.client import SourcesSay
from bot.discord.translations import Translations
from bot.language import OF_A_NAME
from bot.settings import Settings
from corpus import checking
from corpus.answering import answer, explanation, highlights
from corpus.reading import other_kinds, refusals
from corpus.stance import Stance

ROOT = Path(__file__).parents[3]

SHOWN: tuple[type[StrEnum], ...] = (
    Stance,
    checking.Verdict,
    answer.Verdict,
    explanation.KeptBack,
    highlights.Unmarked,
)
"""Those of the engine's values that people read."""

SINGULAR, PLURAL = ("N_", "gettext"), ("NN_", "ngettext")
LOOKING_UP = {*SINGULAR, *PLURAL}

LEAST_WORDS = 3
"""Of a sentence."""

Text = str | tuple[str, str]


async def collect() -> Catalog:
    """Gather all texts: where each stands, and in which context."""
    found = Catalog(fuzzy=False)
    for path in sorted((ROOT / "bot").rglob("*.py")):
        _add(found, path, _marked(ast.parse(path.read_text(encoding="utf-8"))))
    for path in sorted((ROOT / "corpus").rglob("*.py")):
        if not {"learning", "migrations"} & set(path.parts):
            _add(found, path, _sentences(path))
    for name in _other_kinds():
        found.add(name, locations=[("corpus/reading/other_kinds.py", 0)])
    for values in SHOWN:
        for value in filter(None, values):
            found.add(str(value), locations=[(values.__name__, 0)])
    for name, description in await _commands():
        found.add(name, context=OF_A_NAME)
        if description:
            found.add(description)
    return found


def _add(found: Catalog, path: Path, texts: Iterator[Text]) -> None:
    for text in texts:
        found.add(text, locations=[(str(path.relative_to(ROOT)), 0)])


def _marked(tree: ast.Module) -> Iterator[Text]:
    """List the texts that are given to a function of `bot.language`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if node.func.id in SINGULAR and texts:
                yield str(texts[0])
            elif node.func.id in PLURAL and len(texts) > 1:
                yield str(texts[0]), str(texts[1])


def _sentences(path: Path) -> Iterator[str]:
    """List the sentences in a module of the engine, each also without the advice in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    inside = {
        part
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(_written(part, module) for part in node.values)
        elif isinstance(node, ast.Constant) and node not in inside:
            text = str(node.value)
        else:
            continue
        if _is_sentence(text) and not _is_documentation(node, tree):
            yield text
            if (fault := refusals.fault(text)) != text:
                yield fault


def _is_sentence(text: str) -> bool:
    """Tell whether a text has some words from a capital, or something quoted, to a full stop."""
    begins = text[:1].isupper() or text.startswith("“{")
    return begins and text.endswith((".", "?", ":")) and len(text.split()) >= LEAST_WORDS


def _is_documentation(node: ast.AST, tree: ast.Module) -> bool:
    statements = (each for each in ast.walk(tree) if isinstance(each, ast.Expr))
    return any(each.value is node for each in statements)


def _written(part: ast.expr, module: ModuleType) -> str:
    """Write a part of a text: what never changes as it is, a value by its name."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    name = ast.unparse(part.value).removesuffix("()")
    is_plain = re.fullmatch(r"[\w.]+", name) and name.split(".")[0] in vars(module)
    value = attrgetter(name)(module) if is_plain else None
    if callable(value) and isinstance(part.value, ast.Call):
        value = value()
    if isinstance(value, (str, int)):
        return str(value)
    *_, word = ["value", *re.findall(r"[a-z]\w+", name)]
    return f"{{{word}}}"


def _other_kinds() -> Iterator[str]:
    """List the kinds of files that are no articles, and the advice beside them."""
    tree = ast.parse(Path(other_kinds.__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and isinstance(node.elts[-1], ast.Constant):
            if len(name := str(node.elts[-1].value)) > 1:
                yield from name.split(": ")
        elif isinstance(node, ast.Constant) and str(node.value).startswith(("a ", "an ")):
            yield from str(node.value).split(": ")


async def _commands() -> list[tuple[str, str]]:
    """List the names and descriptions of all commands, their options and choices."""
    tree: app_commands.CommandTree[Any] = SourcesSay(Settings.load({})).tree
    payload = [
        await command.get_translated_payload(tree, Translations())
        for command in tree.get_commands()
    ]
    return list(_named(payload))


def _named(parts: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield part["name"], part.get("description", "")
        yield from _named(part.get("options", []))
