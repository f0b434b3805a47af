"""`sources-say claims`: who claims what in plain text files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from bot.terminal.card import claim_with_words
from bot.terminal.console import note, show
from bot.wording import NO_CLAIMS, language_name
from corpus.claims import Claim, find_claims
from corpus.claims.reach import foreign_language
from corpus.errors import ReadingError
from corpus.languages.english.document import Document

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
