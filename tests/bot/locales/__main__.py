"""Bring the languages' files up to date with the code: `python -m tests.bot.locales [LANGUAGE]`.

New texts come in without a translation, those that are gone go. With a language's name a file for
it is begun.
"""

from __future__ import annotations

import asyncio
import re
import sys
from io import BytesIO

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from tests.bot.locales.messages import ROOT, collect

FOLDER = ROOT / "bot" / "locales"


HEADER = """\
# What people are shown, in another language; CONTRIBUTING.md tells how such a file is made.
# Without "{}" and the like, `*` and `backticks` as they are a text is refused by the tests.
# The context "name": a command or an option, in lower case and without spaces."""

_DATED = re.compile(rb'"(?:Project|Report|POT|PO-|Last|Language-Team|Generated)')


def main() -> None:
    """Write every file anew, and say how many texts are left to translate."""
    texts = asyncio.run(collect())
    names = {path.stem for path in FOLDER.glob("*.po")} | set(sys.argv[1:])
    for name in sorted(names):
        file = FOLDER / f"{name}.po"
        locale = name.replace("-", "_")
        known = read_po(BytesIO(file.read_bytes())) if file.exists() else Catalog()
        written = Catalog(locale=locale, fuzzy=False, header_comment=HEADER, charset="utf-8")
        left = 0
        for text in texts:
            if text.id:
                before = known.get(text.id, text.context)
                string = before.string if before else None
                written.add(text.id, string, locations=text.locations, context=text.context)
                left += not (all(string) if isinstance(string, tuple) else string)
        file.write_bytes(_as_po(written))
        print(f"{file.name}: {left} to translate")  # noqa: T201


def _as_po(written: Catalog) -> bytes:
    """Write a file without the dates and names that gettext's own tools keep in its head."""
    out = BytesIO()
    write_po(out, written, width=100, include_lineno=False)
    return b"".join(
        line for line in out.getvalue().splitlines(keepends=True) if not _DATED.match(line)
    )


if __name__ == "__main__":
    main()
