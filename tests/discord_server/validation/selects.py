"""Select menus and option lists: Discord's "Component Reference"."""

from __future__ import annotations

from tests.discord_server.validation.emoji import check_emoji
from tests.discord_server.validation.part import Part

STRING_SELECT = 3
CHANNEL_SELECT = 8
SELECTS = (3, 5, 6, 7, 8)
MOST_OPTIONS = 25

DEFAULT_KINDS = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}
"""What each auto-filled select may have as default values."""


def check_select(select: Part, *, in_modal: bool) -> None:
    """Check a select menu of any kind."""
    kind = select.value["type"]
    own = {STRING_SELECT: ("options",), CHANNEL_SELECT: ("default_values", "channel_types")}
    select.known(
        "type", "id", "custom_id", "placeholder", "min_values", "max_values", "disabled",
        "required", *own.get(kind, ("default_values",)),
    )  # fmt: skip
    select.text("placeholder", 150)
    if select.flag("disabled") and in_modal:
        select.fault(
            "COMPONENT_DISABLED_IN_MODAL", "Modals cannot have disabled components", "disabled"
        )
    required = select.flag("required") or not select.has("required")
    check_range(select, MOST_OPTIONS, required=required and in_modal)
    if kind == STRING_SELECT:
        check_options(select, least=1, most=MOST_OPTIONS, emoji=True)
        return
    select.items("channel_types", 20)
    for default in select.parts("default_values", MOST_OPTIONS):
        default.known("id", "type")
        default.need("id")
        default.snowflake("id")
        default.one_of("type", DEFAULT_KINDS.get(kind, ()), needed=True)


def check_range(owner: Part, most: int, *, required: bool) -> None:
    """Check `min_values` and `max_values`.

    "`min_values` must be either omitted or at least 1 if `required` is omitted or true", in modals.
    """
    low = owner.number("min_values", 1 if required else 0, most)
    high = owner.number("max_values", 1, most)
    if (1 if low is None else low) > (1 if high is None else high):
        owner.fault("MIN_VALUES_EXCEEDS_MAX", "min_values must be at most max_values", "min_values")


def check_options(owner: Part, *, least: int, most: int, emoji: bool) -> None:
    """Check the options of a string select, a radio group or a checkbox group."""
    seen: set[str] = set()
    options = owner.parts("options", most, least=least, needed=True)
    for option in options:
        option.known("label", "value", "description", "default", *(("emoji",) if emoji else ()))
        option.text("label", 100, least=1, needed=True)
        option.text("description", 100)
        option.flag("default")
        check_emoji(option)
        value = option.text("value", 100, least=1, needed=True)
        if value in seen:
            text = "The specified option value is already used"
            option.fault("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text, "value")
        seen.add(value or "")
    if (owner.value.get("max_values") or 1) > max(len(options), 1) and owner.value.get(
        "type"
    ) == STRING_SELECT:
        text = "max_values must be at most the number of options"
        owner.fault("SELECT_COMPONENT_MAX_VALUES", text, "max_values")
