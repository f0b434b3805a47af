"""The rooms: every folder beside this file. What stands in one is registered by standing there.

A command or a button that is defined in a module of a room, or of the kit, is found here. So none
can be defined and forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules, walk_packages
from types import ModuleType
from typing import Any, TypeAlias

from discord import app_commands, ui

from bot.discord.kit.button import NO_ID

Command: TypeAlias = (
    app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group
)
Pressed: TypeAlias = type[ui.DynamicItem[Any]]
"""A kind of button or menu."""

PACKAGE = __package__


def find_commands() -> list[Command]:
    """Find the commands, groups and entries of menus; those of a group are in the group already."""
    kinds = (app_commands.Command, app_commands.ContextMenu, app_commands.Group)
    defined = (
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, kinds) and getattr(value, "parent", None) is None
    )
    return list(dict.fromkeys(defined))  # the group is in every module that adds to it


def find_buttons() -> list[Pressed]:
    """Find the kinds of buttons and menus that have ids."""
    return [
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, ui.DynamicItem)
        and value.__module__ == module.__name__
        and value.__discord_ui_compiled_template__.pattern != NO_ID
    ]


def _modules() -> Iterator[ModuleType]:
    """Import every module in the folders beside this file."""
    here = import_module(PACKAGE)
    for folder in iter_modules(here.__path__, f"{PACKAGE}."):
        if folder.ispkg:
            for module in walk_packages(import_module(folder.name).__path__, f"{folder.name}."):
                yield import_module(module.name)
