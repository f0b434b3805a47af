"""Bring the languages' files up to date with the code: `python -m tests.bot.locales [LANGUAGE]`.

New texts come in without a translation, those that are gone go. With a language's name a file for
it is begun.
"""

from __future__ import annotations

import asyncio
import sys
from io import BytesIO

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from tests.bot.locales.messages import ROOT, collect

FOLDER = ROOT / "bot" / "locales"


def main() -> None:
    """Write every file anew, and say how many texts are left to translate."""
    texts = asyncio.run(collect())
    names = {path.stem for path in FOLDER.glob("*.po")} | set(sys.argv[1:])
    for name in sorted(names):
        file = FOLDER / f"{name}.po"
        locale = name.replace("-", "_")
        known = read_po(BytesIO(file.read_bytes())) if file.exists() else Catalog()
        written = Catalog(locale=locale, fuzzy=False, header_comment=f"# {name}", charset="utf-8")
        left = 0
        for text in texts:
            if text.id:
                before = known.get(text.id, text.context)
                string = before.string if before else None
                written.add(text.id, string, locations=text.locations, context=text.context)
                left += not (all(string) if isinstance(string, tuple) else string)
        with file.open("wb") as out:
            write_po(out, written, width=100, include_lineno=False)
        print(f"{file.name}: {left} to translate")  # noqa: T201


if __name__ == "__main__":
    main()
