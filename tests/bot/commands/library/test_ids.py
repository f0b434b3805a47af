"""Moderators' buttons and menus are found again by ids of their own, which fit."""

from __future__ import annotations

from typing import Any

import pytest
from discord import ui

from bot.article_keys import LONGEST_KEY
from bot.buttons.every import BUTTONS
from bot.buttons.library.dismiss import Dismiss
from bot.buttons.library.forget import Forget
from bot.buttons.library.questions import DeleteQuestions, QuestionsPage
from bot.buttons.library.remove import Remove
from bot.buttons.library.scope import ScopeMenu, ScopePage, SearchAll
from bot.buttons.library.settings import CHOICES, AskedByMenu, AuditMenu, SettingMenu
from bot.buttons.library.undo import Undo, UndoOne
from bot.limits import LONGEST_CUSTOM_ID

LONGEST_SNOWFLAKE = 2**63
LATEST = 253_402_300_799_999_999
"""The last microsecond of the year 9999."""


@pytest.mark.parametrize(
    "control",
    [
        Undo("x" * LONGEST_KEY, LATEST),
        UndoOne("x" * 300, LATEST),
        UndoOne(":\n" * (LONGEST_KEY // 2), LATEST),
        Remove("x" * LONGEST_KEY),
        Dismiss("Keep it"),
        Forget(),
        QuestionsPage(125),
        DeleteQuestions(),
        DeleteQuestions(sure=True),
        ScopePage(LONGEST_SNOWFLAKE, 9_999),
        SearchAll(LONGEST_SNOWFLAKE),
        ScopeMenu(LONGEST_SNOWFLAKE, 9_999, (), ()),
        AskedByMenu(LONGEST_SNOWFLAKE),
        AuditMenu(LONGEST_SNOWFLAKE),
        *(SettingMenu(name, min(values)) for name, values in CHOICES.items()),
    ],
    ids=lambda control: str(control.custom_id)[:20],
)
def test_an_id_fits_and_leads_to_one_kind(control: ui.DynamicItem[Any]) -> None:
    assert len(control.custom_id) <= LONGEST_CUSTOM_ID
    matching = [
        kind
        for kind in BUTTONS
        if kind.__discord_ui_compiled_template__.fullmatch(control.custom_id)
    ]
    assert matching == [type(control)]
