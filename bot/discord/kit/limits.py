"""Discord's limits, checked on every payload before it is sent.

From Discord's documentation: "Component Reference", "Message Resource", "Receiving and Responding"
and "Application Commands". Lengths are in characters (code points).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

MOST_COMPONENTS = 40
"""In one message, nested ones and accessories counted."""

MOST_TEXT = 4_000
"""In all text displays of one message together."""

MOST_TEXT_BYTES = 10_170
TEXT_DISPLAY_BYTES = 12
"""Discord fails on a message whose text in UTF-8, with 12 bytes for each text display, is longer
(https://github.com/discord/discord-api-docs/issues/8554)."""

MOST_CHOICES = 25
LONGEST_CHOICE = 100
LONGEST_CUSTOM_ID = 100
LONGEST_LABEL = 80
LONGEST_URL = 512
MOST_FILES = 10

TEXT_LENGTHS: Mapping[int, Mapping[str, tuple[int, int]]] = {
    2: {"label": (0, LONGEST_LABEL), "url": (1, LONGEST_URL)},  # button
    3: {"placeholder": (0, 150)},  # select
    4: {"placeholder": (0, 100), "value": (0, 4_000)},  # text input
    10: {"content": (1, MOST_TEXT)},  # text display
    18: {"label": (1, 45), "description": (0, 100)},  # label in a modal
}
"""Shortest and longest, by component type and field."""

COUNTS: Mapping[int, Mapping[str, tuple[int, int]]] = {
    1: {"components": (1, 5)},  # action row
    3: {"options": (1, 25)},  # select
    9: {"components": (1, 3)},  # section
    12: {"items": (1, 10)},  # gallery
    17: {"components": (1, MOST_COMPONENTS)},  # container
    21: {"options": (2, 10)},  # radio group
    22: {"options": (1, 10)},  # checkbox group
}
"""Fewest and most, by component type and field."""

OPTION_LENGTHS = {"label": (1, 100), "value": (1, 100), "description": (0, 100)}

TEXT_DISPLAY = 10


class LimitError(ValueError):
    """A payload that Discord would refuse; a fault of ours, never of the person's."""


def check_message(components: Sequence[Mapping[str, Any]], *, files: int = 0) -> None:
    """Raise LimitError where Discord would refuse these as the components of a message."""
    parts = list(_walk(components))
    _within("components", len(parts), 1, MOST_COMPONENTS)
    _within("files", files, 0, MOST_FILES)
    _check_parts(parts)
    texts = [str(part["content"]) for part in parts if part["type"] == TEXT_DISPLAY]
    _within("all text", sum(map(len, texts)), 0, MOST_TEXT)
    size = sum(len(text.encode(errors="replace")) + TEXT_DISPLAY_BYTES for text in texts)
    _within("bytes of all text", size, 0, MOST_TEXT_BYTES)


def check_modal(modal: Mapping[str, Any]) -> None:
    """Raise LimitError where Discord would refuse this modal."""
    _within("custom_id", len(modal["custom_id"]), 1, LONGEST_CUSTOM_ID)
    _within("title", len(modal["title"]), 1, 45)
    _within("components", len(modal["components"]), 1, 5)
    _check_parts(list(_walk(modal["components"])))


def check_choices(choices: Sequence[tuple[str, str | float]]) -> None:
    """Raise LimitError where Discord would refuse these names and values as autocompletion."""
    _within("choices", len(choices), 0, MOST_CHOICES)
    for name, value in choices:
        _within("name of a choice", len(name), 1, LONGEST_CHOICE)
        _within("value of a choice", len(str(value)), 1, LONGEST_CHOICE)


def _check_parts(parts: Sequence[Mapping[str, Any]]) -> None:
    for part in parts:
        _check_lengths(part, TEXT_LENGTHS.get(part["type"], {}))
        _check_lengths(part, COUNTS.get(part["type"], {}))
        for option in part.get("options", ()):
            _check_lengths(option, OPTION_LENGTHS)
    custom_ids = Counter(part["custom_id"] for part in parts if "custom_id" in part)
    for custom_id, count in custom_ids.items():
        _within("custom_id", len(custom_id), 1, LONGEST_CUSTOM_ID)
        _within(f"uses of {custom_id!r}", count, 1, 1)


def _check_lengths(part: Mapping[str, Any], lengths: Mapping[str, tuple[int, int]]) -> None:
    for name, (least, most) in lengths.items():
        if part.get(name) is not None:
            _within(f"{name} in {part}"[:200], len(part[name]), least, most)


def _within(what: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise LimitError(f"{what}: {number}, but Discord takes {least} to {most}")


def _walk(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Walk through every component, outer before inner."""
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        yield from _walk(
            component[name] for name in ("accessory", "component") if name in component
        )
