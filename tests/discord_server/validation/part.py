"""A JSON object inside a request body, with ways to check its fields."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from tests.discord_server.payload import Json
from tests.discord_server.refusals import INVALID_FORM_BODY, RefusedError

Place = tuple[str | int, ...]
"""Where in a request body: names of fields and indices of lists."""

SNOWFLAKE = re.compile(r"\d{1,20}", re.ASCII)


class Faults:
    """Collect everything that is wrong with one request body, as Discord reports it."""

    def __init__(self) -> None:
        self._errors: Json = {}

    def add(self, place: Place, code: str, message: str) -> None:
        errors = self._errors
        for step in place:
            errors = errors.setdefault(str(step), {})
        errors.setdefault("_errors", []).append({"code": code, "message": message})

    def refuse_if_any(self) -> None:
        """Raise RefusedError (50035) where something is wrong."""
        if self._errors:
            raise RefusedError(INVALID_FORM_BODY, self._errors)


class Part:
    """A JSON object at its place in a request body.

    Each method checks one field, notes what is wrong with it, and returns its value, or None where
    it is absent, null or wrong.
    """

    def __init__(self, value: Any, place: Place = (), faults: Faults | None = None) -> None:
        self.place = place
        self.faults = faults or Faults()
        if not isinstance(value, dict):
            self.fault("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            value = {}
        self.value: Json = value

    def fault(self, code: str, message: str, *inside: str | int) -> None:
        self.faults.add((*self.place, *inside), code, message)

    def known(self, *names: str) -> None:
        """Note every field but `names`. Stricter than Discord, which ignores what it does not know."""
        for name in self.value.keys() - set(names):
            self.fault("UNKNOWN_FIELD", "Discord knows no such field.", name)

    def has(self, name: str) -> bool:
        """Return whether the field is given and not null."""
        return self.value.get(name) is not None

    def need(self, name: str) -> None:
        if not self.has(name):
            self.fault("BASE_TYPE_REQUIRED", "This field is required", name)

    def text(self, name: str, most: int, *, least: int = 0, needed: bool = False) -> str | None:
        """Check a string of `least` to `most` characters (code points)."""
        if needed:
            self.need(name)
        text = self.value.get(name)
        if text is None:
            return None
        if not isinstance(text, str):
            self.fault("STRING_TYPE_CONVERT", "Could not interpret value as string.", name)
            return None
        self._length(name, len(text), least, most)
        return text

    def number(
        self, name: str, least: float, most: float, *, needed: bool = False, whole: bool = True
    ) -> float | None:
        if needed:
            self.need(name)
        number = self.value.get(name)
        if number is None:
            return None
        allowed = (int,) if whole else (int, float)
        if not isinstance(number, allowed) or isinstance(number, bool):
            self.fault("NUMBER_TYPE_COERCE", f'Value "{number}" is not a number.', name)
            return None
        if number < least:
            self.fault(
                "NUMBER_TYPE_MIN", f"Value should be greater than or equal to {least}.", name
            )
        if number > most:
            self.fault("NUMBER_TYPE_MAX", f"Value should be less than or equal to {most}.", name)
        return number

    def flag(self, name: str) -> bool:
        value = self.value.get(name)
        if value is not None and not isinstance(value, bool):
            self.fault("BOOLEAN_TYPE_CONVERT", "Must be either true or false.", name)
        return value is True

    def one_of(self, name: str, choices: Collection[Any], *, needed: bool = False) -> Any:
        if needed:
            self.need(name)
        value = self.value.get(name)
        if value is None or (value in choices and not isinstance(value, bool)):
            return value
        self.fault("BASE_TYPE_CHOICES", f"Value must be one of {sorted(choices)}.", name)
        return None

    def snowflake(self, name: str) -> int | None:
        value = self.value.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not SNOWFLAKE.fullmatch(str(value)):
            self.fault("NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.', name)
            return None
        return int(value)

    def url(
        self, name: str, schemes: Collection[str], most: int, *, needed: bool = False
    ) -> str | None:
        url = self.text(name, most, least=1, needed=needed)
        if url is None:
            return None
        try:
            parts = urlsplit(url)
        except ValueError:
            self.fault("URL_TYPE_INVALID_URL", "Not a well formed URL.", name)
            return None
        if parts.scheme.lower() not in schemes:
            self.fault("URL_TYPE_INVALID_SCHEME", f"Scheme must be one of {sorted(schemes)}.", name)
        elif not parts.netloc or any(c.isspace() for c in url):
            self.fault("URL_TYPE_INVALID_URL", "Not a well formed URL.", name)
        return url

    def items(self, name: str, most: int, *, least: int = 0, needed: bool = False) -> list[Any]:
        """Check a list of `least` to `most` entries; their own checks are the caller's."""
        if needed:
            self.need(name)
        items = self.value.get(name)
        if items is None:
            return []
        if not isinstance(items, list):
            self.fault("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType", name)
            return []
        self._length(name, len(items), least, most)
        return items

    def parts(self, name: str, most: int, *, least: int = 0, needed: bool = False) -> list[Part]:
        """Check a list of objects."""
        items = self.items(name, most, least=least, needed=needed)
        return [Part(item, (*self.place, name, i), self.faults) for i, item in enumerate(items)]

    def part(self, name: str, *, needed: bool = False) -> Part | None:
        """Check an object."""
        if needed:
            self.need(name)
        return Part(self.value[name], (*self.place, name), self.faults) if self.has(name) else None

    def _length(self, name: str, length: int, least: int, most: int) -> None:
        if least <= length <= most:
            return
        if least:
            text = f"Must be between {least} and {most} in length."
            self.fault("BASE_TYPE_BAD_LENGTH", text, name)
        else:
            self.fault("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.", name)
