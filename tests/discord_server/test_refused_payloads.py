"""Payloads that Discord refuses, and some at the edge that it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.discord_server.attachments import LARGEST_FILE, Attachment, File
from tests.discord_server.payload import Json
from tests.discord_server.refusals import RefusedError, flat
from tests.discord_server.validation.choices import check_choices
from tests.discord_server.validation.commands import check_commands
from tests.discord_server.validation.messages import Content, read_message
from tests.discord_server.validation.modals import check_modal
from tests.discord_server.validation.part import Part

V2 = 1 << 15


def text(content: Any = "hello", **more: Any) -> Json:
    return {"type": 10, "content": content, **more}


def button(custom_id: str = "one", **more: Any) -> Json:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": custom_id, **more}


def link(url: str = "https://example.org", **more: Any) -> Json:
    return {"type": 2, "style": 5, "label": "Read", "url": url, **more}


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def container(*children: Json, **more: Any) -> Json:
    return {"type": 17, "components": list(children), **more}


def section(*children: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(children), "accessory": accessory or button()}


def menu(count: int = 1, **more: Any) -> Json:
    options = [{"label": f"Option {n}", "value": str(n)} for n in range(count)]
    return {"type": 3, "custom_id": "menu", "options": options, **more}


def v2(*components: Any, **more: Any) -> Json:
    return {"flags": V2, "components": list(components), **more}


def embed(**more: Any) -> Json:
    return {"embeds": [{"type": "rich", "description": "text", **more}]}


def field(name: str = "name", value: str = "value") -> Json:
    return {"name": name, "value": value, "inline": False}


def faults_of(check: Callable[[], object]) -> list[str]:
    """Return the refusal's faults, or its own code and text where it has none."""
    try:
        check()
    except RefusedError as refused:
        return list(flat(refused.errors)) or [f"{refused.reason.code}: {refused.reason.message}"]
    return []


def file(name: str = "a.txt", size: int = 1) -> Attachment:
    return Attachment(1, File(name, b"x" * size), "http://cdn/a.txt", 0.0)


MESSAGES_TAKEN = [
    {"content": "x" * 2000},
    {"content": "\u200b"},
    embed(title="x" * 256, description="x" * 4096),
    {"content": "x", "components": [row(button())] * 1},
    {"content": "x", "components": [row(*(button(str(n)) for n in range(5)))]},
    {"content": "x", "allowed_mentions": {"parse": [], "users": [1]}},
    {"content": "x", "nonce": "1" * 25, "enforce_nonce": True, "tts": False},
    v2(text("x" * 4000)),
    v2(text("я" * 4000)),
    v2(*(text("x") for _ in range(40))),
    v2(container(*(text("x") for _ in range(39)))),
    v2(section(text(), text(), text()), {"type": 14, "divider": True, "spacing": 2}),
    v2(
        row(menu(25, placeholder="x" * 150, max_values=25)), row(link("https://x.org/" + "x" * 498))
    ),
    v2(container(text(), accent_color=None, spoiler=False), content=None, embeds=[]),
    v2({"type": 13, "file": {"url": "attachment://a.txt"}, "spoiler": False}),
    v2(text(id=0), text(id=0), text(id=5)),
    v2(row(button(label=None, emoji={"name": "👍", "id": None, "animated": False}))),
]

MESSAGES_REFUSED = [
    ({"content": "x" * 2001}, "content: BASE_TYPE_MAX_LENGTH"),
    ({"content": 5}, "content: STRING_TYPE_CONVERT"),
    ({}, "50006"),
    ({"content": "  \n"}, "50006"),
    ({"embeds": [{"type": "rich"}]}, "50006"),
    ({"components": [row(button())]}, "50006"),
    (v2(), "50006"),
    ({"content": "x", "ephemeral": True}, "ephemeral: UNKNOWN_FIELD"),
    ({"content": "x", "flags": 64}, "flags: MESSAGE_FLAGS_INVALID"),
    ({"content": "x", "nonce": "1" * 26}, "nonce: BASE_TYPE_MAX_LENGTH"),
    ({"content": "x", "embeds": [{"title": "x"}] * 11}, "embeds: BASE_TYPE_MAX_LENGTH"),
    (embed(title="x" * 257), "embeds[0].title: BASE_TYPE_MAX_LENGTH"),
    (embed(description="x" * 4097), "embeds[0].description: BASE_TYPE_MAX_LENGTH"),
    (embed(fields=[field()] * 26), "embeds[0].fields: BASE_TYPE_MAX_LENGTH"),
    (embed(fields=[field("")]), "embeds[0].fields[0].name: BASE_TYPE_BAD_LENGTH"),
    (embed(fields=[field(value="x" * 1025)]), "embeds[0].fields[0].value: BASE_TYPE_BAD_LENGTH"),
    (embed(footer={"text": "x" * 2049}), "embeds[0].footer.text: BASE_TYPE_MAX_LENGTH"),
    (embed(author={"name": "x" * 257}), "embeds[0].author.name: BASE_TYPE_MAX_LENGTH"),
    (embed(url="javascript:alert(1)"), "embeds[0].url: URL_TYPE_INVALID_SCHEME"),
    (embed(colour=1), "embeds[0].colour: UNKNOWN_FIELD"),
    ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds: MAX_EMBED_SIZE_EXCEEDED"),
    ({"content": "x", "allowed_mentions": {"parse": ["all"]}}, "allowed_mentions.parse[0]: BASE_TYPE_CHOICES"),
    (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": [1]}},
        "allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    ({"content": "x", "components": [text()]}, "components[0].type: UNION_TYPE_CHOICES"),
    ({"content": "x", "components": [row(button(str(n))) for n in range(6)]}, "components: BASE_TYPE_MAX_LENGTH"),
    (v2(text(), content="x"), "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
    (v2(text(), **embed()), "embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
    (v2(text(), poll={"question": {}}), "poll: MESSAGE_CANNOT_USE_LEGACY_FIELDS"),
    ({"content": "x", "poll": {"question": {}}}, "poll: UNSUPPORTED_BY_THIS_SERVER"),
    (v2(text("")), "components[0].content: BASE_TYPE_BAD_LENGTH"),
    (v2(text("x" * 2001), container(text("x" * 2000))), "components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
    (v2(text("語" * 3400)), "components: COMPONENT_TEXT_BYTES_EXCEEDED"),
    (v2(*(text("x") for _ in range(41))), "components: BASE_TYPE_MAX_LENGTH"),
    (v2(container(*(text("x") for _ in range(40)))), "components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    (
        v2(*(section(text(), accessory=button(str(n))) for n in range(14))),
        "components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    (v2(button()), "components[0].type: UNION_TYPE_CHOICES"),
    (v2(container(container(text()))), "components[0].components[0].type: UNION_TYPE_CHOICES"),
    (v2(container()), "components[0].components: BASE_TYPE_BAD_LENGTH"),
    (v2(container(text(), accent_color=0x1000000)), "components[0].accent_color: NUMBER_TYPE_MAX"),
    (v2(section(text(), text(), text(), text())), "components[0].components: BASE_TYPE_BAD_LENGTH"),
    (v2({"type": 9, "components": [text()]}), "components[0].accessory: BASE_TYPE_REQUIRED"),
    (v2(section(row(button("two")))), "components[0].components[0].type: UNION_TYPE_CHOICES"),
    (v2(row()), "components[0].components: BASE_TYPE_BAD_LENGTH"),
    (v2(row(*(button(str(n)) for n in range(6)))), "components[0].components: BASE_TYPE_BAD_LENGTH"),
    (v2(row(menu(), button())), "components[0].components: COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    (v2(row(button(label="x" * 81))), "components[0].components[0].label: BASE_TYPE_MAX_LENGTH"),
    (v2(row(button(""))), "components[0].components[0].custom_id: BASE_TYPE_BAD_LENGTH"),
    (v2(row(button("x" * 101))), "components[0].components[0].custom_id: BASE_TYPE_BAD_LENGTH"),
    (v2(row(button(), button())), "components[0].components[1].custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"),
    (v2(row(button()), section(text())), "components[1].accessory.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED"),
    (v2(text(id=5), text(id=5)), "components[1].id: COMPONENT_ID_DUPLICATED"),
    (v2(row(button(label=None))), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"),
    (v2(row(button(emoji={"name": "x"}))), "components[0].components[0].emoji.name: BUTTON_COMPONENT_INVALID_EMOJI"),
    (v2(row(button(style=7))), "components[0].components[0].style: BASE_TYPE_CHOICES"),
    (v2(row(button(url="https://x.org"))), "components[0].components[0].url: BUTTON_COMPONENT_FIELD_CONFLICT"),
    (v2(row(link("ftp://x.org"))), "components[0].components[0].url: URL_TYPE_INVALID_SCHEME"),
    (v2(row(link("https://"))), "components[0].components[0].url: URL_TYPE_INVALID_URL"),
    (v2(row(link("https://x.org/" + "x" * 500))), "components[0].components[0].url: BASE_TYPE_BAD_LENGTH"),
    (v2(row(link(custom_id="x"))), "components[0].components[0].custom_id: BUTTON_COMPONENT_FIELD_CONFLICT"),
    (v2(row(menu(26))), "components[0].components[0].options: BASE_TYPE_BAD_LENGTH"),
    (v2(row(menu(0))), "components[0].components[0].options: BASE_TYPE_BAD_LENGTH"),
    (v2(row(menu(2, min_values=2))), "components[0].components[0].min_values: MIN_VALUES_EXCEEDS_MAX"),
    (v2(row(menu(2, max_values=3))), "components[0].components[0].max_values: SELECT_COMPONENT_MAX_VALUES"),
    (v2(row(menu(placeholder="x" * 151))), "components[0].components[0].placeholder: BASE_TYPE_MAX_LENGTH"),
    (v2(row(menu(options=[{"label": "x" * 101, "value": "1"}]))), "options[0].label: BASE_TYPE_BAD_LENGTH"),
    (
        v2(row(menu(options=[{"label": "x", "value": "1"}] * 2))),
        "options[1].value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    (
        v2({"type": 13, "file": {"url": "attachment://b.txt"}}),
        "components[0].file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    (v2({"type": 12, "items": []}), "components[0].items: BASE_TYPE_BAD_LENGTH"),
    (v2({"type": 14, "spacing": 3}), "components[0].spacing: BASE_TYPE_CHOICES"),
    (v2("text"), "components[0]: MODEL_TYPE_CONVERT"),
    ({"content": "x", "components": {}}, "components: LIST_TYPE_CONVERT"),
    ({"content": "x", "attachments": [{"id": 7}]}, "attachments[0].id: ATTACHMENT_NOT_FOUND"),
    ({"content": "x", "attachments": [{"id": 0, "description": "x" * 1025}]}, "attachments[0].description"),
]  # fmt: skip


@pytest.mark.parametrize("payload", MESSAGES_TAKEN)
def test_a_message_at_the_edge_is_taken(payload: Json) -> None:
    fields = (*payload, "flags", "content", "components")
    assert not faults_of(lambda: read_message(Part(payload), [file()], fields=fields))


@pytest.mark.parametrize(("payload", "fault"), MESSAGES_REFUSED)
def test_a_message_is_refused(payload: Json, fault: str) -> None:
    uploads = [file()] if "attachments" in payload or "file" in str(payload) else []
    known = (
        "content",
        "embeds",
        "components",
        "flags",
        "allowed_mentions",
        "attachments",
        "nonce",
        "poll",
    )
    faults = faults_of(lambda: read_message(Part(payload), uploads, fields=known))
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize(
    ("before", "payload", "fault"),
    [
        (Content(text="x"), v2(text()), "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS"),
        (Content(text="x"), v2(text(), content=None), None),
        (Content(components=[text()], flags=V2), {"content": "x"}, "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS"),
        (
            Content(components=[text()], flags=V2),
            {"content": "x", "components": [], "flags": 0},
            "flags: MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
        ),
        (Content(components=[text()], flags=V2), {"components": [text("new")]}, None),
        (Content(components=[text()], flags=V2), {"components": []}, "50006"),
        (Content(text="x"), {"content": ""}, "50006"),
        (Content(text="x", attachments=[file()]), {"content": None}, None),
        (Content(text="x", attachments=[file()]), {"content": None, "attachments": []}, "50006"),
    ],
)  # fmt: skip
def test_an_edit_keeps_to_what_the_message_is(
    before: Content, payload: Json, fault: str | None
) -> None:
    faults = faults_of(lambda: read_message(Part(payload), [], before=before))
    assert any(fault in found for found in faults) if fault else not faults, faults


def test_a_file_too_large_is_refused() -> None:
    uploads = [file(size=LARGEST_FILE + 1)]
    assert faults_of(lambda: read_message(Part({}), uploads)) == ["40005: Request entity too large"]


def label(component: Json, **more: Any) -> Json:
    return {"type": 18, "label": "Title", "component": component, **more}


def text_input(custom_id: str = "title", **more: Any) -> Json:
    return {"type": 4, "custom_id": custom_id, "style": 1, **more}


def upload(**more: Any) -> Json:
    return {"type": 19, "custom_id": "files", **more}


def modal(*components: Json, **more: Any) -> Json:
    return {"custom_id": "form", "title": "Form", "components": list(components), **more}


OLD_ROW = row(text_input(label="Title"))


@pytest.mark.parametrize(
    "payload",
    [
        modal(label(text_input(label=None, max_length=4000)), text(), label(upload(max_values=10))),
        modal(OLD_ROW, title="x" * 45),
        modal(label(upload(min_values=0, required=False))),
        modal(label(menu(required=False, min_values=0, disabled=False))),
        modal(label({"type": 21, "custom_id": "r", "options": menu(2)["options"]})),
        modal(label({"type": 22, "custom_id": "c", "options": menu(1)["options"]})),
        modal(label({"type": 23, "custom_id": "b", "default": False}), *(text() for _ in range(4))),
    ],
)
def test_a_modal_at_the_edge_is_taken(payload: Json) -> None:
    assert not faults_of(lambda: _checked(payload, check_modal))


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        (modal(OLD_ROW, title="x" * 46), "title: BASE_TYPE_BAD_LENGTH"),
        (modal(OLD_ROW, title=""), "title: BASE_TYPE_BAD_LENGTH"),
        (modal(OLD_ROW, custom_id=None), "custom_id: BASE_TYPE_REQUIRED"),
        (modal(), "components: BASE_TYPE_BAD_LENGTH"),
        (modal(*(label(text_input(str(n))) for n in range(6))), "components: BASE_TYPE_BAD_LENGTH"),
        (modal(text_input()), "components[0].type: BASE_TYPE_CHOICES"),
        (modal(row(button())), "components[0].components[0].type: BASE_TYPE_CHOICES"),
        (modal(row(text_input())), "components[0].components[0].label: BASE_TYPE_REQUIRED"),
        (modal(label(text_input(), label="x" * 46)), "components[0].label: BASE_TYPE_BAD_LENGTH"),
        (modal(label(text_input(), description="x" * 101)), "components[0].description"),
        (modal(label(text_input(label="Two"))), "component.label: TEXT_INPUT_LABEL_IN_LABEL"),
        (modal(label(text_input(style=3))), "component.style: BASE_TYPE_CHOICES"),
        (modal(label(text_input(max_length=4001))), "component.max_length: NUMBER_TYPE_MAX"),
        (modal(label(text_input(min_length=5, max_length=4))), "MIN_LENGTH_EXCEEDS_MAX"),
        (modal(label(text_input(placeholder="x" * 101))), "component.placeholder"),
        (modal(label(text_input(value="x" * 11, max_length=10))), "component.value"),
        (modal(label(text_input()), label(text_input())), "COMPONENT_CUSTOM_ID_DUPLICATED"),
        (modal(label(upload(max_values=11))), "component.max_values: NUMBER_TYPE_MAX"),
        (modal(label(upload(min_values=0))), "component.min_values: NUMBER_TYPE_MIN"),
        (modal(label(menu(disabled=True))), "component.disabled: COMPONENT_DISABLED_IN_MODAL"),
        (modal(label(button())), "component.type: BASE_TYPE_CHOICES"),
        (modal(OLD_ROW, name="x"), "name: UNKNOWN_FIELD"),
    ],
)
def test_a_modal_is_refused(payload: Json, fault: str) -> None:
    faults = faults_of(lambda: _checked(payload, check_modal))
    assert any(fault in found for found in faults), faults


def command(name: str = "ask", description: str = "Ask", **more: Any) -> Json:
    return {"name": name, "description": description, "type": 1, **more}


def option(name: str = "question", kind: int = 3, **more: Any) -> Json:
    return {"name": name, "description": "What", "type": kind, **more}


def choices(count: int, **more: Any) -> list[Json]:
    return [{"name": f"Choice {n}", "value": str(n), **more} for n in range(count)]


BIG = [
    option(f"sub{n}", 1, options=[option(f"o{m}", description="x" * 100) for m in range(20)])
    for n in range(4)
]


@pytest.mark.parametrize(
    "commands",
    [
        [command("x" * 32, "x" * 100)],
        [command("frag-nach", name_localizations={"de": "frage"}), command("спроси")],
        [command(options=[option(required=True), option("article", autocomplete=True)])],
        [command(options=[option(choices=choices(25))])],
        [command(options=[option("list", 2, options=[option("new", 1, options=[option()])])])],
        [{"name": "Check with sources", "type": 3}, {"name": "ask", "type": 2}, command()],
    ],
)
def test_a_command_at_the_edge_is_taken(commands: list[Json]) -> None:
    assert not faults_of(lambda: check_commands(commands))


@pytest.mark.parametrize(
    ("commands", "fault"),
    [
        ([command("Ask")], "[0].name: APPLICATION_COMMAND_INVALID_NAME"),
        ([command("ask me")], "[0].name: APPLICATION_COMMAND_INVALID_NAME"),
        ([command("x" * 33)], "name: BASE_TYPE_BAD_LENGTH"),
        ([command(description="")], "description: BASE_TYPE_BAD_LENGTH"),
        ([command(description="x" * 101)], "description: BASE_TYPE_BAD_LENGTH"),
        ([command(name_localizations={"xx": "frage"})], "name_localizations.xx: UNKNOWN_FIELD"),
        ([command(name_localizations={"de": "Frage"})], "APPLICATION_COMMAND_INVALID_NAME"),
        ([command(options=[option(f"o{n}") for n in range(26)])], "options: BASE_TYPE_MAX_LENGTH"),
        ([command(options=[option(choices=choices(26))])], "choices: BASE_TYPE_MAX_LENGTH"),
        ([command(options=[option(choices=choices(1, name="x" * 101))])], "choices[0].name"),
        ([command(options=[option(kind=4, choices=choices(1))])], "value: NUMBER_TYPE_COERCE"),
        (
            [command(options=[option(choices=choices(1), autocomplete=True)])],
            "AUTOCOMPLETE_CHOICES",
        ),
        ([command(options=[option(kind=6, autocomplete=True)])], "autocomplete: UNKNOWN_FIELD"),
        ([command(options=[option(kind=12)])], "type: BASE_TYPE_CHOICES"),
        ([command(options=[option(), option()])], "name: APPLICATION_COMMAND_OPTIONS_NAME_INVALID"),
        (
            [command(options=[option(), option("article", required=True)])],
            "options[1]: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            [command(options=[option("add", 1), option()])],
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            [command(options=[option("a", 1, options=[option("b", 1)])])],
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            [command(options=[option("a", 2, options=[option("b", 2, options=[option("c", 1)])])])],
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        ([command(options=[option("a", 2, options=[])])], "options: BASE_TYPE_BAD_LENGTH"),
        ([command(options=BIG)], "APPLICATION_COMMAND_TOO_LARGE"),
        ([command(), command()], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
        ([command(f"c{n}") for n in range(101)], "APPLICATION_COMMANDS_MAX"),
        ([{"name": "Check", "type": 3, "description": "x"}], "CONTEXT_MENU_DESCRIPTION"),
        ([{"name": "x" * 33, "type": 2}], "name: BASE_TYPE_BAD_LENGTH"),
        ([command(permission=1)], "permission: UNKNOWN_FIELD"),
    ],
)
def test_a_command_is_refused(commands: list[Json], fault: str) -> None:
    faults = faults_of(lambda: check_commands(commands))
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize(
    ("suggested", "fault"),
    [
        (choices(25), None),
        (choices(26), "choices: BASE_TYPE_MAX_LENGTH"),
        (choices(1, name=""), "choices[0].name: BASE_TYPE_BAD_LENGTH"),
        (choices(1, name="x" * 101), "choices[0].name: BASE_TYPE_BAD_LENGTH"),
        (choices(1, value="x" * 101), "choices[0].value: BASE_TYPE_BAD_LENGTH"),
        (choices(1, value=7), "choices[0].value: STRING_TYPE_CONVERT"),
        (choices(1, description="x"), "choices[0].description: UNKNOWN_FIELD"),
    ],
)
def test_suggestions_keep_to_the_limits(suggested: list[Json], fault: str | None) -> None:
    faults = faults_of(
        lambda: _checked({"choices": suggested}, lambda part: check_choices(part, 3))
    )
    assert any(fault in found for found in faults) if fault else not faults, faults


def _checked(payload: Json, check: Callable[[Part], None]) -> None:
    part = Part(payload)
    check(part)
    part.faults.refuse_if_any()
