"""Modals: Discord's "Receiving and Responding: modal" and "Component Reference"."""

from __future__ import annotations

from tests.discord_server.validation.components import ACTION_ROW, MOST_ID, TEXT, ComponentTree
from tests.discord_server.validation.part import Part
from tests.discord_server.validation.selects import (
    SELECTS,
    check_options,
    check_range,
    check_select,
)

TEXT_INPUT, LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 4, 18, 19, 21, 22, 23
IN_LABEL = (TEXT_INPUT, *SELECTS, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX)
LONGEST_INPUT = 4000


def check_modal(modal: Part) -> None:
    """Check a modal that the bot wants to show."""
    modal.known("custom_id", "title", "components")
    modal.text("custom_id", 100, least=1, needed=True)
    modal.text("title", 45, least=1, needed=True)
    tree = ComponentTree(modal, ())
    for part in modal.parts("components", 5, least=1, needed=True):
        part.number("id", 0, MOST_ID)
        kind = part.one_of("type", (ACTION_ROW, TEXT, LABEL), needed=True)
        if kind == LABEL:
            _check_label(part, tree)
        elif kind == ACTION_ROW:
            _check_row(part, tree)
        elif kind == TEXT:
            tree.check_text(part)


def _check_label(label: Part, tree: ComponentTree) -> None:
    label.known("type", "id", "label", "description", "component")
    label.text("label", 45, least=1, needed=True)
    label.text("description", 100)
    component = label.part("component", needed=True)
    if component is None:
        return
    kind = component.one_of("type", IN_LABEL, needed=True)
    tree.check_custom_id(component)
    component.number("id", 0, MOST_ID)
    if kind == TEXT_INPUT:
        _check_input(component, in_label=True)
    elif kind in SELECTS:
        check_select(component, in_modal=True)
    elif kind == FILE_UPLOAD:
        component.known("type", "id", "custom_id", "min_values", "max_values", "required")
        check_range(component, 10, required=_required(component))
    elif kind == RADIO_GROUP:
        component.known("type", "id", "custom_id", "options", "required")
        component.flag("required")
        check_options(component, least=2, most=10, emoji=False)
    elif kind == CHECKBOX_GROUP:
        component.known(
            "type", "id", "custom_id", "options", "min_values", "max_values", "required"
        )
        check_range(component, 10, required=_required(component))
        check_options(component, least=1, most=10, emoji=False)
    elif kind == CHECKBOX:
        component.known("type", "id", "custom_id", "default")
        component.flag("default")


def _check_row(row: Part, tree: ComponentTree) -> None:
    """Check the older form: one text input in an action row."""
    row.known("type", "id", "components")
    for child in row.parts("components", 1, least=1, needed=True):
        child.one_of("type", (TEXT_INPUT,), needed=True)
        child.number("id", 0, MOST_ID)
        tree.check_custom_id(child)
        _check_input(child, in_label=False)


def _check_input(text_input: Part, *, in_label: bool) -> None:
    text_input.known(
        "type", "id", "custom_id", "style", "label", "min_length", "max_length",
        "required", "value", "placeholder",
    )  # fmt: skip
    text_input.one_of("style", (1, 2), needed=True)
    text_input.flag("required")
    text_input.text("placeholder", 100)
    low = text_input.number("min_length", 0, LONGEST_INPUT) or 0
    high = text_input.number("max_length", 1, LONGEST_INPUT) or LONGEST_INPUT
    if low > high:
        text_input.fault(
            "MIN_LENGTH_EXCEEDS_MAX", "min_length must be at most max_length", "min_length"
        )
    # Whether Discord holds a pre-filled value to max_length is not documented; a person could not
    # send it as it is, so it is refused here.
    text_input.text("value", int(high))
    if not in_label:
        text_input.text("label", 45, least=1, needed=True)
    elif text_input.has("label"):
        text_input.fault(
            "TEXT_INPUT_LABEL_IN_LABEL", "A label around it names a text input", "label"
        )


def _required(component: Part) -> bool:
    return component.flag("required") or not component.has("required")
