"""Filling in a slash command's options, as Discord's app does and checks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.discord_server.attachments import File
from tests.discord_server.controls import NotPossibleError
from tests.discord_server.payload import Json

if TYPE_CHECKING:
    from tests.discord_server.resolved import Resolved

STRING, INTEGER, BOOLEAN, NUMBER, ATTACHMENT = 3, 4, 5, 10, 11
LONGEST_TEXT = 6000

PLAIN_TYPES: dict[int, Any] = {
    STRING: str,
    INTEGER: int,
    BOOLEAN: bool,
    NUMBER: (int, float),
}


def fill(specs: list[Json], values: Mapping[str, Any], resolved: Resolved) -> list[Json]:
    """Return the options as sent with a command.

    Raises NotPossibleError for what Discord's app would not send: an unknown option, a required one
    left out, a value that does not fit.
    """
    by_name = {spec["name"]: spec for spec in specs}
    for name in values.keys() - by_name.keys():
        raise NotPossibleError(f"there is no option {name!r}; there are {list(by_name)}")
    for spec in specs:
        if spec.get("required") and spec["name"] not in values:
            raise NotPossibleError(f"option {spec['name']!r} is required")
    return [
        {
            "name": name,
            "type": by_name[name]["type"],
            "value": _value(by_name[name], value, resolved),
        }
        for name, value in values.items()
    ]


def fill_partly(specs: list[Json], values: Mapping[str, Any]) -> list[Json]:
    """Return the options as sent while the last of `values` is being typed."""
    by_name = {spec["name"]: spec for spec in specs}
    options = []
    for name, value in values.items():
        if name not in by_name:
            raise NotPossibleError(f"there is no option {name!r}; there are {list(by_name)}")
        options.append({"name": name, "type": by_name[name]["type"], "value": value})
    focused = by_name[options[-1]["name"]]
    if not focused.get("autocomplete"):
        raise NotPossibleError(f"option {focused['name']!r} is not autocompleted")
    options[-1]["focused"] = True
    return options


def nest(steps: list[Json], options: list[Json]) -> list[Json]:
    """Return the options of a command inside the subcommands that lead to them."""
    for step in reversed(steps):
        options = [{"name": step["name"], "type": step["type"], "options": options}]
    return options


def _value(spec: Json, value: Any, resolved: Resolved) -> Any:
    kind, name = spec["type"], spec["name"]
    if kind == ATTACHMENT and isinstance(value, File):
        channel = resolved.channel
        return resolved.add(channel.server.files.upload(value, channel.id, ephemeral=True))
    if kind not in PLAIN_TYPES:
        return resolved.add(value)
    if not isinstance(value, PLAIN_TYPES[kind]) or (kind == INTEGER and isinstance(value, bool)):
        raise NotPossibleError(f"option {name!r} takes no {type(value).__name__}")
    choices = spec.get("choices")
    if choices:
        for choice in choices:
            if value in (choice["name"], choice["value"]):
                return choice["value"]
        raise NotPossibleError(f"option {name!r} has no choice {value!r}")
    if kind == STRING and not spec.get("min_length", 1) <= len(value) <= spec.get(
        "max_length", LONGEST_TEXT
    ):
        raise NotPossibleError(f"option {name!r} takes no text of {len(value)} characters")
    if kind in (INTEGER, NUMBER) and not spec.get("min_value", value) <= value <= spec.get(
        "max_value", value
    ):
        raise NotPossibleError(f"option {name!r} takes no {value}")
    return value
