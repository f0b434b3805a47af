"""The language that people read: texts are English in the code, and others in `locales/`.

The functions have the names that GNU gettext gives them, so that its tools find the texts. A
language has one file there, named as Discord names it (`de.po`,
https://discord.com/developers/docs/reference#locales); CONTRIBUTING tells how another is added.

Whoever begins to answer somebody says in which language with `speak`; everything that is called from
there, in other tasks and threads too, is written in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from itertools import chain, zip_longest
from typing import NamedTuple

ENGLISH = "en"

OF_A_NAME = "name"
"""The context, in a file, of the names of commands and their options."""

NAMED_VALUE = re.compile(r"\{([a-z]\w*)\}")
"""Where a named value stands in a text: "There is no file {name}"."""


class Language(NamedTuple):
    """What is translated into a language; `filled` are texts with named values in them, as patterns."""

    translations: NullTranslations
    filled: Sequence[tuple[re.Pattern[str], str]] = ()


class Spoken(NamedTuple):
    """Which language is written in now, and which to everybody on the server."""

    now: str
    on_the_server: str


_ENGLISH = Spoken(ENGLISH, ENGLISH)
_spoken: ContextVar[Spoken] = ContextVar("spoken", default=_ENGLISH)


def speak(person: str, server: str | None = None) -> None:
    """Write to a person from now on, and to everybody on the server in its own language."""
    now, on_the_server = (
        name if name in languages() else ENGLISH for name in (person, server or person)
    )
    _spoken.set(Spoken(now, on_the_server))


@contextmanager
def to_everybody(*, really: bool = True) -> Iterator[None]:
    """Write in the language of the server, since others read it too, unless not `really`."""
    before = _spoken.get()
    token = _spoken.set(before._replace(now=before.on_the_server) if really else before)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the language that is written in now, as Discord names it; "en" for any English."""
    return _spoken.get().now


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a text to be translated where it is shown, with `gettext`."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - likewise
    """Mark a text with its plural, to be translated where it is shown, with `ngettext`."""
    return one, many


def gettext(text: str) -> str:
    """Translate a text; what has no translation stays English."""
    return _language().translations.gettext(text) if text else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Translate the form of a text that goes with a number."""
    return _language().translations.ngettext(one, many, number)


def gettext_filled(text: str) -> str:
    """Translate a text of ours that has its values in it already; it is known by the rest of it.

    Such are the sentences of `corpus`, which knows English alone, and what is in the database. Of
    several lines each is translated by itself.
    """
    if "\n" in text:
        return "\n".join(map(gettext_filled, text.split("\n")))
    translated = gettext(text)
    if translated != text:
        return translated
    for pattern, translation in _language().filled:
        if found := pattern.fullmatch(text):
            values = {name: gettext(value) for name, value in found.groupdict().items()}
            return translation.format(**values)
    return text


def _language() -> Language:
    return languages().get(spoken(), _IN_ENGLISH)


_IN_ENGLISH = Language(NullTranslations())


@cache
def languages() -> Mapping[str, Language]:
    """Read every language there is a file for, by its name."""
    folder = files(__package__) / "locales"
    return {
        entry.name.removesuffix(".po"): _read(entry.read_bytes())
        for entry in folder.iterdir()
        if entry.name.endswith(".po")
    }


def _read(po: bytes) -> Language:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - half a second, once
    from babel.messages.pofile import read_po  # noqa: PLC0415

    catalogue, compiled = read_po(BytesIO(po)), BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    filled = [
        (_pattern(message.id), str(message.string))
        for message in catalogue
        if isinstance(message.id, str) and NAMED_VALUE.search(message.id) and message.string
    ]
    filled.sort(key=lambda each: -len(each[0].pattern))  # the longest is the least like another
    return Language(GNUTranslations(compiled), filled)


def _pattern(template: str) -> re.Pattern[str]:
    """Make the pattern of the sentences that a template makes, with its values as groups."""
    parts = NAMED_VALUE.split(template)  # by turns what is written and the name of a value
    written = map(re.escape, parts[::2])
    values = (f"(?P<{name}>.*)" for name in parts[1::2])
    pattern = "".join(chain.from_iterable(zip_longest(written, values, fillvalue="")))
    return re.compile(pattern, re.DOTALL)
