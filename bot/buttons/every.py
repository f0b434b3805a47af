"""All kinds of buttons, by whose templates a press finds its way after a restart."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot.buttons.in_context import InContext, ReadIt, ReadOn
from bot.buttons.library.dismiss import Dismiss
from bot.buttons.library.forget import Forget
from bot.buttons.library.questions import DeleteQuestions, QuestionsPage
from bot.buttons.library.remove import Remove
from bot.buttons.library.scope import ScopeMenu, ScopePage, SearchAll
from bot.buttons.library.settings import AskedByMenu, AuditMenu, SettingMenu
from bot.buttons.library.undo import Undo, UndoOne
from bot.buttons.more import More
from bot.buttons.page import ArticlesPage, ClaimsPage
from bot.buttons.vote import Vote
from bot.buttons.who_says_what import WhoElse, WhoSaysWhat

BUTTONS: tuple[type[ui.DynamicItem[Any]], ...] = (
    More,
    InContext,
    ReadIt,
    ReadOn,
    WhoSaysWhat,
    WhoElse,
    Vote,
    ArticlesPage,
    ClaimsPage,
    Undo,
    UndoOne,
    Remove,
    Dismiss,
    Forget,
    QuestionsPage,
    DeleteQuestions,
    ScopeMenu,
    ScopePage,
    SearchAll,
    SettingMenu,
    AskedByMenu,
    AuditMenu,
)


def is_known(custom_id: str) -> bool:
    """Tell whether a kind of button has ids like this one."""
    return any(kind.__discord_ui_compiled_template__.fullmatch(custom_id) for kind in BUTTONS)
