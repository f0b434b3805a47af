"""`sources-say claims`: who claims what in plain text files, or about a topic in the library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from bot.settings import Settings
from bot.terminal.card import claim_with_words
from bot.terminal.console import note, show
from bot.terminal.library import offer_samples, open_library
from bot.wording import (
    NO_CLAIMS,
    content_shown,
    date_shown,
    dateline,
    language_name,
    no_claims,
)
from corpus.answering.asked_claims import read_asked_claims
from corpus.claims import Claim, find_claims
from corpus.claims.reach import foreign_language
from corpus.errors import ReadingError
from corpus.languages.english.document import Document
from corpus.library import Library
from corpus.topics import PlacedClaim

SAID_BEFORE = "  ↔ before, on {}: {}"
FOREIGN = "{} is in {}: claims are looked for in English texts only."


def show_claims(files: Iterable[Path], *, as_json: bool) -> None:
    """Print the claims of each file, for people or as one JSON line a file.

    The texts are taken as they are: nothing is cut away, so that offsets fit the file.
    """
    for path in files:
        text = _text_of(path)
        document = Document.of(text)
        claims = find_claims(document)
        if foreign := foreign_language(document):
            note(FOREIGN.format(path.name, language_name(foreign)))
        if as_json:
            row = {"article": path.stem, "claims": [claim.as_row() for claim in claims]}
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201 - for programs
        else:
            _show(path.name, text, claims)


async def show_claims_about(
    server: int, about: str, *, source: str | None = None, as_json: bool = False
) -> bool:
    """Print who says what about some words in a library, and return whether anybody says anything.

    With a `source`, only the claims of those whose name or role has these words. For programs one
    JSON line a claim, newest first, offsets into the article's text.
    """
    async with open_library(Settings.load()) as library:
        await offer_samples(library, server)
        found = await library.claims_about(server, about)
        if source:
            whose = read_asked_claims(f"according to {source}")
            found = [each for each in found if each.claim.source and whose.is_wanted(each.claim)]
        nothing = "" if found else await nothing_about(library, server)
    if as_json:
        for placed in found:
            print(json.dumps(_as_json(placed), ensure_ascii=False))  # noqa: T201 - for programs
    else:
        show(claims_list(found) if found else Text(nothing, style="dim"))
    return bool(found)


async def nothing_about(library: Library, server: int) -> str:
    """Say that no claims were found, and in which articles none were looked for."""
    stored = await library.claims(server)
    without = [await library.article(server, id_) for id_, claims in stored.items() if not claims]
    return no_claims(without)


def claims_list(found: Sequence[PlacedClaim]) -> RenderableType:
    """Lay out claims in the order given, each with where it stands; a line between two sources."""
    lines: list[RenderableType] = []
    for number, placed in enumerate(found):
        if number and found[number - 1].claim.source != placed.claim.source:
            lines.append(Text())
        lines.append(claim_with_words(placed.claim, placed.article.text))
        if before := placed.changed_from:
            when = date_shown(before.article) or before.article.title
            said = SAID_BEFORE.format(when, content_shown(before.claim))
            lines.append(Text(said, style="bold yellow"))
        lines.append(Text(f"  {dateline(placed.article, placed.paragraph)}", style="dim"))
    return Group(*lines)


def _as_json(placed: PlacedClaim) -> dict[str, Any]:
    claim, article, paragraph, before = placed
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "url": article.url,
            "published": article.published.isoformat() if article.published else None,
        },
        "paragraph": paragraph,
        **claim.as_json(),
        "before": _as_json(before) if before else None,
    }


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{path} is not plain text in UTF-8; save it as such, or load it with `article add`."
        ) from error
    except OSError as error:
        raise ReadingError(f"{path} cannot be read: {error.strerror}.") from error


def _show(name: str, text: str, claims: list[Claim]) -> None:
    show(Text(name, style="bold"))
    for claim in claims:
        show(claim_with_words(claim, text))
    if not claims:
        show(Text(NO_CLAIMS, style="dim"))
