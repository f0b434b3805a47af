"""Who may use a command: Discord's rules, case by case."""

from __future__ import annotations

import pytest
from discord import Permissions

from bot.discord.service.command_permissions import CHANNEL, ROLE, USER, Decided, Person, Rules

SERVER, APP, COMMAND, OTHER_COMMAND = 1000, 1, 2, 3
ANN, EDITORS, READERS, NEWS, HALL = 10, 11, 12, 13, 14
EVERYONE, ALL_CHANNELS = SERVER, SERVER - 1
NEEDED = Permissions(manage_messages=True)


def ann(permissions: Permissions) -> Person:
    """A person with two roles, in #news."""
    return Person(ANN, SERVER, NEWS, [EDITORS, READERS], permissions)


@pytest.mark.parametrize(
    ("of_command", "of_app", "with_permission", "without_it"),
    [
        ({}, {}, True, False),
        # What is said of the command overrides what it needs by itself.
        ({(ROLE, EDITORS): True}, {}, True, True),
        ({(USER, ANN): True}, {}, True, True),
        ({(ROLE, EVERYONE): True}, {}, True, True),
        ({(ROLE, EVERYONE): False}, {}, False, False),
        # A person counts before roles, roles before everyone; one of several roles is enough.
        ({(USER, ANN): False, (ROLE, EDITORS): True}, {}, False, False),
        ({(ROLE, EDITORS): True, (ROLE, EVERYONE): False}, {}, True, True),
        ({(ROLE, EDITORS): False, (ROLE, EVERYONE): True}, {}, False, False),
        ({(ROLE, EDITORS): True, (ROLE, READERS): False}, {}, True, True),
        # What is said of the whole app lets in, but does not replace what the command needs.
        ({}, {(ROLE, EDITORS): True}, True, False),
        ({}, {(ROLE, EVERYONE): False}, False, False),
        ({}, {(ROLE, EVERYONE): False, (USER, ANN): True}, True, False),
        ({(ROLE, READERS): True}, {(ROLE, EVERYONE): False}, True, True),
        # Channels: this one before all, the command's before the app's.
        ({(CHANNEL, NEWS): False}, {}, False, False),
        ({(CHANNEL, HALL): False}, {}, True, False),
        ({(CHANNEL, ALL_CHANNELS): False}, {}, False, False),
        ({(CHANNEL, ALL_CHANNELS): False, (CHANNEL, NEWS): True}, {}, True, False),
        ({(CHANNEL, NEWS): True}, {(CHANNEL, ALL_CHANNELS): False}, True, False),
        ({}, {(CHANNEL, NEWS): False}, False, False),
        ({(CHANNEL, NEWS): False, (USER, ANN): True}, {}, False, False),
        # People and channels may have the same ids.
        ({(USER, EDITORS): True, (CHANNEL, ANN): False}, {}, True, False),
    ],
)
def test_what_is_said_of_a_command_and_of_the_app_go_together(
    of_command: Decided, of_app: Decided, *, with_permission: bool, without_it: bool
) -> None:
    others = {(USER, ANN): not with_permission}
    rules = Rules(APP, {COMMAND: of_command, APP: of_app, OTHER_COMMAND: others})
    assert rules.allow(ann(NEEDED), COMMAND, NEEDED) is with_permission
    assert rules.allow(ann(Permissions.none()), COMMAND, NEEDED) is without_it
    assert rules.allow(ann(Permissions(administrator=True)), COMMAND, NEEDED)


def test_of_a_command_that_is_not_known_only_what_is_said_of_the_app_is_heeded() -> None:
    rules = Rules(APP, {COMMAND: {(USER, ANN): True}, APP: {}})
    assert rules.allow(ann(NEEDED), None, NEEDED)
    assert not rules.allow(ann(Permissions.none()), None, NEEDED)
