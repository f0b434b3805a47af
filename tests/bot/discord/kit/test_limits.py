"""What Discord would refuse never leaves: each limit, at its edge and one past it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord.kit.limits import LimitError, check_choices, check_message, check_modal

Json = dict[str, Any]


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def button(**more: Any) -> Json:
    return {"type": 2, "style": 2, "label": "Press", "custom_id": "press", **more}


def buttons(number: int) -> Json:
    return {"type": 1, "components": [button(custom_id=str(n)) for n in range(number)]}


def select(options: int, **more: Any) -> Json:
    listed = [{"label": f"Option {n}", "value": str(n)} for n in range(options)]
    return {"type": 1, "components": [{"type": 3, "custom_id": "s", "options": listed, **more}]}


def option(**more: Any) -> Json:
    row = select(1)
    row["components"][0]["options"][0] |= more
    return row


def container(*parts: Json) -> list[Json]:
    return [{"type": 17, "components": list(parts)}]


def section(texts: int) -> Json:
    return {"type": 9, "components": [text("a")] * texts, "accessory": button()}


FITS = {
    "components": container(*[text("a")] * 39),
    "text": [text("a" * 4000)],
    "text in all": container(text("a" * 1999), text("b" * 2001)),
    "bytes": [text("語" * 3386)],
    "label": [buttons(5), button(label="a" * 80, custom_id="x" * 100)],
    "link": [{"type": 2, "style": 5, "label": "a", "url": "https://" + "a" * 504}],
    "row": [buttons(5)],
    "options": [select(25, placeholder="a" * 150)],
    "option": [option(label="a" * 100, value="b" * 100, description="c" * 100)],
    "section": [section(3)],
    "gallery": [{"type": 12, "items": [{}] * 10}],
}

TOO_MUCH = {
    "nothing": [],
    "components": container(*[text("a")] * 40),
    "components with accessories": container(*[section(1)] * 13, text("a")),
    "empty text": [text("")],
    "text": [text("a" * 4001)],
    "text in all": container(text("a" * 2000), text("b" * 2001)),
    "bytes": [text("語" * 3387)],
    "bytes of many texts": container(text("語" * 3380), *[text("a")] * 3),
    "label": [button(label="a" * 81)],
    "custom id": [button(custom_id="x" * 101)],
    "empty custom id": [button(custom_id="")],
    "custom id twice": [buttons(2), buttons(1)],
    "accessory's custom id twice": [section(1), section(1)],
    "link": [{"type": 2, "style": 5, "label": "a", "url": "https://" + "a" * 505}],
    "row": [buttons(6)],
    "empty row": [buttons(0)],
    "options": [select(26)],
    "no options": [select(0)],
    "placeholder": [select(1, placeholder="a" * 151)],
    "option's label": [option(label="a" * 101)],
    "option's value": [option(value="")],
    "option's description": [option(description="a" * 101)],
    "section": [section(4)],
    "gallery": [{"type": 12, "items": [{}] * 11}],
    "empty container": container(),
}


@pytest.mark.parametrize("components", FITS.values(), ids=FITS)
def test_a_message_at_its_limits_is_sent(components: list[Json]) -> None:
    check_message(components, files=10)


@pytest.mark.parametrize("components", TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_message_past_a_limit_is_not_sent(components: list[Json]) -> None:
    with pytest.raises(LimitError):
        check_message(components)


def test_an_eleventh_file_is_not_sent() -> None:
    with pytest.raises(LimitError, match="files: 11"):
        check_message([text("a")], files=11)


def modal(labels: int = 1, *, component: Json | None = None, **more: Any) -> Json:
    inputs = [{"type": 4, "style": 2, "custom_id": str(n)} for n in range(labels)]
    if component is not None:
        inputs[0] |= component
    parts = [{"type": 18, "label": "Text", "component": part} for part in inputs]
    return {"custom_id": "m", "title": "Add", "components": parts, **more}


@pytest.mark.parametrize(
    "fits",
    [
        modal(5, custom_id="x" * 100, title="a" * 45),
        modal(component={"value": "a" * 4000, "placeholder": "a" * 100}),
    ],
)
def test_a_modal_at_its_limits_is_shown(fits: Json) -> None:
    check_modal(fits)


@pytest.mark.parametrize(
    "wrong",
    [
        modal(0),
        modal(6),
        modal(title=""),
        modal(title="a" * 46),
        modal(custom_id="x" * 101),
        modal(component={"value": "a" * 4001}),
        modal(component={"placeholder": "a" * 101}),
        modal(component={"custom_id": "x" * 101}),
        modal(2, component={"custom_id": "1"}),
        modal(components=[{"type": 18, "label": "a" * 46, "component": text("a")}]),
        modal(components=[{"type": 18, "label": "a", "description": "a" * 101}]),
    ],
)
def test_a_modal_past_a_limit_is_not_shown(wrong: Json) -> None:
    with pytest.raises(LimitError):
        check_modal(wrong)


def test_choices_are_25_of_100_characters() -> None:
    check_choices([("a" * 100, "b" * 100)] * 25)
    for wrong in ([("a", "b")] * 26, [("", "b")], [("a" * 101, "b")], [("a", "b" * 101)]):
        with pytest.raises(LimitError):
            check_choices(wrong)
