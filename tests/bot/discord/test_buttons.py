"""Buttons and menus: registered, found again by ids of their own that fit, and by whom pressed."""

from __future__ import annotations

from typing import Any

import pytest
from discord import ui

from bot.discord.articles.listing import ArticlesPage
from bot.discord.articles.removing import BringBack, Remove
from bot.discord.asking.asking_back import LONGEST_IN_ID as LONGEST_TOPIC_IN_ID
from bot.discord.asking.asking_back import About
from bot.discord.asking.buttons import More
from bot.discord.asking.claims_found import WhoElse, WhoSaysWhat
from bot.discord.asking.votes import Vote
from bot.discord.asking.why import LONGEST_IN_ID, Why
from bot.discord.asking.withheld import Paste
from bot.discord.feeds.card import FeedsPage
from bot.discord.forgetting.commands import Forget
from bot.discord.kept_questions.commands import DeleteQuestions, QuestionsPage
from bot.discord.kit.button import NO_ID, CardButton, ModeratorsMenu
from bot.discord.kit.claims_about import LONGEST_ABOUT, ClaimsPage, Wanted
from bot.discord.kit.confirming import Dismiss
from bot.discord.kit.figures.button import LONGEST_IN_ID as LONGEST_ABOUT_IN_ID
from bot.discord.kit.figures.button import Figures, FiguresPage
from bot.discord.kit.in_context import InContext, ReadIt, ReadOn
from bot.discord.kit.keys import LONGEST_KEY
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.loading.undo import Undo, UndoOne
from bot.discord.rooms import find_buttons
from bot.discord.server_settings.channels import ScopeMenu, ScopePage, SearchAll
from bot.discord.server_settings.settings import CHOICES, AskedByMenu, AuditMenu, SettingMenu

LONGEST_SNOWFLAKE = 2**63
LATEST = 253_402_300_799_999_999
"""The last microsecond of the year 9999."""

KEY = "x" * LONGEST_KEY

CONTROLS: list[tuple[ui.DynamicItem[Any], str]] = [
    (InContext("x" * 300, 999_999, 9_999), "context:999999:9999:"),
    (InContext(KEY, 999_999, 9_999), f"context:999999:9999:{KEY}"),
    (ReadIt(KEY, 999_999, 9_999), f"article:999999:9999:{KEY}"),
    (ReadOn(KEY, 999_999, 9_999), f"read:999999:9999:{KEY}"),
    (More(999, KEY), f"more:999:{KEY}"),
    (More(3), "more:3:"),
    (WhoSaysWhat(KEY), f"who:0:{KEY}"),
    (Figures(), "figures:0::"),
    (Figures(999, "0" * 12, ":\n" * (LONGEST_ABOUT_IN_ID // 2)), "figures:999:000000000000::\n:"),
    (FiguresPage(999, "1" * 12, "x" * LONGEST_ABOUT_IN_ID), "figures-page:999:111111111111:x"),
    (WhoElse(KEY, 999), f"whoelse:999:{KEY}"),
    (Vote(helpful=True), "vote:helpful"),
    (Vote(helpful=False), "vote:unhelpful"),
    (Why("0" * 12, ":\n" * (LONGEST_IN_ID // 2)), "why:000000000000::\n:"),
    (Why(), "why::"),
    (About("x" * LONGEST_TOPIC_IN_ID), f"about:{'x' * LONGEST_TOPIC_IN_ID}"),
    (About(":\n é"), "about::\n é"),
    (Paste(), "paste"),
    (ArticlesPage(99_999), "articles:99999"),
    (
        ClaimsPage(9_999, Wanted("0" * 12, "1" * 12, ":\n" * (LONGEST_ABOUT // 2))),
        "claims:9999:000000000000:111111111111::\n:",
    ),
    (ClaimsPage(1, Wanted("", "", "a ferry")), "claims:1:::a ferry"),
    (Undo(KEY, LATEST), f"undo:{LATEST}:{KEY}"),
    (UndoOne("x" * 300, LATEST), f"undo-one:{LATEST}:"),
    (UndoOne(":\n" * (LONGEST_KEY // 2), LATEST), f"undo-one:{LATEST}::\n:"),
    (FeedsPage(9_999), "feeds:9999"),
    (Remove(KEY), f"remove:{KEY}"),
    (BringBack(KEY), f"bring-back:{KEY}"),
    (Dismiss("Keep it"), "dismiss"),
    (Forget(), "forget"),
    (QuestionsPage(125), "questions:125"),
    (DeleteQuestions(), "questions:delete"),
    (DeleteQuestions(sure=True), "questions:delete:sure"),
    (ScopePage(LONGEST_SNOWFLAKE, 9_999), f"scope-page:{LONGEST_SNOWFLAKE}:9999"),
    (SearchAll(LONGEST_SNOWFLAKE), f"scope-all:{LONGEST_SNOWFLAKE}"),
    (ScopeMenu(LONGEST_SNOWFLAKE, 9_999, (), ()), f"scope:{LONGEST_SNOWFLAKE}:9999"),
    (AskedByMenu(LONGEST_SNOWFLAKE), "setting:asked_by"),
    (AuditMenu(LONGEST_SNOWFLAKE), "setting:audit_channel"),
    *((SettingMenu(name, min(values)), f"setting:{name}") for name, values in CHOICES.items()),
]
"""One of each kind, as long as it can be, and how its id begins: cards with such ids are out there."""


@pytest.mark.parametrize(
    ("control", "beginning"), CONTROLS, ids=[control.custom_id[:25] for control, _ in CONTROLS]
)
def test_an_id_stays_as_it_was_fits_and_leads_to_one_kind(
    control: ui.DynamicItem[Any], beginning: str
) -> None:
    assert control.custom_id.startswith(beginning)
    assert len(control.custom_id) <= LONGEST_CUSTOM_ID
    matching = [
        kind
        for kind in find_buttons()
        if kind.__discord_ui_compiled_template__.fullmatch(control.custom_id)
    ]
    assert matching == [type(control)]


@pytest.mark.parametrize(
    "button", [control for control, _ in CONTROLS if isinstance(control, CardButton)]
)
def test_a_button_made_again_from_its_id_is_the_same(button: CardButton) -> None:
    match = type(button).__discord_ui_compiled_template__.fullmatch(button.custom_id)
    assert match
    assert type(button).read(match).custom_id == button.custom_id


def test_no_kind_is_defined_where_it_is_not_registered() -> None:
    bases: list[type[ui.DynamicItem[Any]]] = [CardButton, ModeratorsMenu]
    for kind in bases:
        bases += kind.__subclasses__()
    with_ids = {kind for kind in bases if kind.__discord_ui_compiled_template__.pattern != NO_ID}
    assert {kind for kind in with_ids if kind.__module__.startswith("bot.")} == set(find_buttons())


def test_every_kind_that_is_registered_is_in_this_table() -> None:
    assert {type(control) for control, _ in CONTROLS} == set(find_buttons())


def test_members_may_press_these_and_moderators_alone_the_rest() -> None:
    for_members = {
        kind for kind in find_buttons() if issubclass(kind, CardButton) and not kind.moderators_only
    }
    assert for_members == {
        *(InContext, ReadIt, ReadOn, More, WhoSaysWhat, WhoElse, Vote, About, Paste),
        *(Figures, FiguresPage),
        *(ArticlesPage, ClaimsPage, Dismiss),
    }
