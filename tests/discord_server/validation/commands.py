"""Application commands: Discord's documentation, "Application Commands"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tests.discord_server.payload import Json
from tests.discord_server.validation.choices import (
    INTEGER,
    LARGEST_NUMBER,
    NUMBER,
    STRING,
    check_choices,
)
from tests.discord_server.validation.localizations import check_localizations, valid_name
from tests.discord_server.validation.part import Faults, Part

SLASH, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, CHANNEL = 1, 2, 7
OPTION_KINDS = range(1, 12)

MOST_COMMANDS = {SLASH: 100, USER: 15, MESSAGE: 15}
"""For each type, globally and again in each guild."""

MOST_OPTIONS = 25
LONGEST_NAME = 32
LONGEST_DESCRIPTION = 100
LARGEST_COMMAND = 8000
"""Characters of all names, descriptions and values of a command, in its longest translation."""

NAME = re.compile(r"[-_'\w]{1,32}")
"""Discord's `^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$`: what is no letter, mark or number of
these scripts is rare in names, and \\w is at most slightly wider."""


def check_commands(values: Any) -> None:
    """Check the list of commands that is to replace all others. Raises RefusedError."""
    faults = Faults()
    commands = [Part(value, (i,), faults) for i, value in enumerate(values)]
    for command in commands:
        check_command(command)
    faults.refuse_if_any()
    for (kind, name), count in Counter(map(_key, commands)).items():
        if count > 1:
            text = f"Command name {name!r} of type {kind} is used {count} times"
            faults.add((), "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
    for kind, count in Counter(_key(command)[0] for command in commands).items():
        if count > MOST_COMMANDS[kind]:
            text = f"At most {MOST_COMMANDS[kind]} commands of type {kind}"
            faults.add((), "APPLICATION_COMMANDS_MAX", text)
    faults.refuse_if_any()


def check_command(command: Part) -> None:
    """Check one top-level command."""
    command.known(
        "id", "type", "name", "name_localizations", "description", "description_localizations",
        "options", "default_member_permissions", "dm_permission", "nsfw", "contexts",
        "integration_types",
    )  # fmt: skip
    command.flag("nsfw")
    command.flag("dm_permission")
    command.snowflake("default_member_permissions")
    command.items("contexts", 3)
    command.items("integration_types", 2)
    kind = command.one_of("type", MOST_COMMANDS) or SLASH
    if kind != SLASH:
        command.text("name", LONGEST_NAME, least=1, needed=True)
        check_localizations(command, "name", LONGEST_NAME)
        if command.value.get("description") or command.value.get("options"):
            text = "Context menu commands cannot have description or options"
            command.fault("APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", text, "description")
        return
    _check_names(command)
    _check_options(command, (SUBCOMMAND, GROUP))
    size = command_size(command.value)
    if size > LARGEST_COMMAND:
        text = f"Command exceeds maximum size ({LARGEST_COMMAND})"
        command.fault("APPLICATION_COMMAND_TOO_LARGE", text)


def command_size(part: Json) -> int:
    """Return the characters of `part` that count: of each text its longest translation."""

    def longest(field: str) -> int:
        translations = part.get(f"{field}_localizations") or {}
        texts = [part.get(field) or "", *translations.values()]
        return max(len(text) for text in texts if isinstance(text, str))

    inside = (*(part.get("options") or ()), *(part.get("choices") or ()))
    value = part.get("value")
    own = longest("name") + longest("description") + (len(str(value)) if value is not None else 0)
    return own + sum(command_size(child) for child in inside if isinstance(child, dict))


def _key(command: Part) -> tuple[int, str]:
    return command.value.get("type") or SLASH, command.value.get("name", "")


def _check_names(part: Part) -> None:
    name = part.text("name", LONGEST_NAME, least=1, needed=True)
    if name and not valid_name(name, NAME):
        part.fault("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid", "name")
    part.text("description", LONGEST_DESCRIPTION, least=1, needed=True)
    check_localizations(part, "name", LONGEST_NAME, NAME)
    check_localizations(part, "description", LONGEST_DESCRIPTION)


def _check_options(owner: Part, nested: Sequence[int]) -> None:
    """Check `owner`'s options: `nested` are the kinds of subcommands that it may hold."""
    options = owner.parts("options", MOST_OPTIONS)
    for option in options:
        kind = option.one_of("type", OPTION_KINDS, needed=True)
        _check_names(option)
        if kind in (SUBCOMMAND, GROUP):
            _check_subcommand(option, kind, nested)
        elif kind is not None:
            _check_value_option(option, kind)
    _check_together(owner, options)


def _check_subcommand(option: Part, kind: int, nested: Sequence[int]) -> None:
    option.known(
        "type", "name", "name_localizations", "description", "description_localizations", "options"
    )
    if kind not in nested:
        text = "A subcommand holds no subcommands; a group holds subcommands only"
        option.fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text, "type")
    if kind == GROUP:
        option.items("options", MOST_OPTIONS, least=1, needed=True)
        _check_options(option, (SUBCOMMAND,))
        for child in option.parts("options", MOST_OPTIONS):
            if child.value.get("type") != SUBCOMMAND:
                text = "A group holds subcommands only"
                child.fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text, "type")
    else:
        _check_options(option, ())


def _check_value_option(option: Part, kind: int) -> None:
    fields = {
        STRING: ("choices", "autocomplete", "min_length", "max_length"),
        INTEGER: ("choices", "autocomplete", "min_value", "max_value"),
        NUMBER: ("choices", "autocomplete", "min_value", "max_value"),
        CHANNEL: ("channel_types",),
    }
    option.known(
        "type", "name", "name_localizations", "description", "description_localizations",
        "required", *fields.get(kind, ()),
    )  # fmt: skip
    option.flag("required")
    option.number("min_length", 0, 6000)
    option.number("max_length", 1, 6000)
    for name in ("min_value", "max_value"):
        option.number(name, -LARGEST_NUMBER, LARGEST_NUMBER, whole=kind == INTEGER)
    if kind in (STRING, INTEGER, NUMBER):
        check_choices(option, kind)
    if option.flag("autocomplete") and option.value.get("choices"):
        text = "autocomplete may not be set to true if choices are present"
        option.fault("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", text, "autocomplete")


def _check_together(owner: Part, options: Sequence[Part]) -> None:
    """Check what holds between the options of one command."""
    subcommands = [option.value.get("type") in (SUBCOMMAND, GROUP) for option in options]
    if any(subcommands) and not all(subcommands):
        text = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        owner.fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", text, "options")
    names = Counter(str(option.value.get("name")) for option in options)
    for index, option in enumerate(options):
        if names[str(option.value.get("name"))] > 1:
            text = "Option name already used"
            owner.fault("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", text, "options", index, "name")
    for index, (first, second) in enumerate(pairwise(options), start=1):
        if second.value.get("required") and not first.value.get("required"):
            text = "Required options must be placed before non-required options"
            owner.fault("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text, "options", index)
