"""The components of a message: Discord's "Component Reference"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tests.discord_server.validation.emoji import check_emoji
from tests.discord_server.validation.part import Part
from tests.discord_server.validation.selects import SELECTS, check_select

ACTION_ROW, BUTTON, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = (
    1, 2, 9, 10, 11, 12, 13, 14, 17,
)  # fmt: skip

IN_CONTAINER = (ACTION_ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
TOP_LEVEL = (*IN_CONTAINER, CONTAINER)

MOST_COMPONENTS = 40
"""In a Components V2 message, nested ones and accessories counted."""

MOST_ROWS = 5
"""In a message without the V2 flag."""

MOST_TEXT = 4000
"""Characters in all text displays of a message together. Labels of buttons are not counted: what
Discord counts beyond text displays is not documented; discord.py counts the same."""

MOST_TEXT_BYTES = 10_170
TEXT_DISPLAY_BYTES = 12
"""Discord answers 500 where the text in UTF-8 and 12 bytes for each text display come to more than
10,170 (discord-api-docs issue 8554), which text of 3 bytes a character reaches at 3,386 characters.
Refused here at once, since discord.py repeats what was answered with 500."""

LINK_STYLE, PREMIUM_STYLE = 5, 6
MOST_ID = 2**31 - 1


class ComponentTree:
    """Check the components of one message or modal, and what must be unique among them."""

    def __init__(self, owner: Part, files: Collection[str]) -> None:
        self.owner = owner
        self.files = files
        self.count = 0
        self.texts: list[str] = []
        self._custom_ids: set[Any] = set()
        self._ids: set[Any] = set()

    def check_message(self, *, v2: bool) -> None:
        """Check `owner`'s components as those of a message."""
        kinds = TOP_LEVEL if v2 else (ACTION_ROW,)
        for part in self.owner.parts("components", MOST_COMPONENTS if v2 else MOST_ROWS):
            self.check(part, kinds)
        if not v2:
            return
        if self.count > MOST_COMPONENTS:
            text = f"The number of components exceeds the maximum of {MOST_COMPONENTS}"
            self.owner.fault("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text, "components")
        self._check_total_text()

    def check(self, part: Part, kinds: Collection[int]) -> None:
        """Check one component, which must be one of `kinds`, and all inside it."""
        kind: Any = part.value.get("type")
        if kind not in kinds:
            text = f'Value of field "type" must be one of {tuple(sorted(kinds))}.'
            part.fault("UNION_TYPE_CHOICES", text, "type")
            return
        self.count += 1
        self._check_id(part)
        if kind in SELECTS:
            self.check_custom_id(part)
            check_select(part, in_modal=False)
            return
        {
            ACTION_ROW: self._check_row,
            BUTTON: self._check_button,
            SECTION: self._check_section,
            TEXT: self.check_text,
            THUMBNAIL: self._check_thumbnail,
            GALLERY: self._check_gallery,
            FILE: self._check_file,
            SEPARATOR: self._check_separator,
            CONTAINER: self._check_container,
        }[kind](part)

    def check_text(self, part: Part) -> None:
        part.known("type", "id", "content")
        self.texts.append(part.text("content", MOST_TEXT, least=1, needed=True) or "")

    def check_custom_id(self, part: Part) -> None:
        custom_id = part.text("custom_id", 100, least=1, needed=True)
        if custom_id is not None and custom_id in self._custom_ids:
            text = "Component custom id cannot be duplicated"
            part.fault("COMPONENT_CUSTOM_ID_DUPLICATED", text, "custom_id")
        self._custom_ids.add(custom_id)

    def _check_id(self, part: Part) -> None:
        number = part.number("id", 0, MOST_ID)
        if number and number in self._ids:
            part.fault("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated", "id")
        self._ids.add(number)

    def _check_total_text(self) -> None:
        if sum(map(len, self.texts)) > MOST_TEXT:
            text = f"Components displayable text size exceeds maximum size of {MOST_TEXT}"
            self.owner.fault("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text, "components")
        size = sum(len(t.encode(errors="replace")) + TEXT_DISPLAY_BYTES for t in self.texts)
        if size > MOST_TEXT_BYTES:
            text = f"{size} bytes of text; above {MOST_TEXT_BYTES} Discord answers 500"
            self.owner.fault("COMPONENT_TEXT_BYTES_EXCEEDED", text, "components")

    def _check_row(self, row: Part) -> None:
        row.known("type", "id", "components")
        children = row.parts("components", 5, least=1, needed=True)
        for child in children:
            self.check(child, (BUTTON, *SELECTS))
        # A select fills its row.
        if len(children) > 1 and any(c.value.get("type") in SELECTS for c in children):
            text = "The specified component exceeds the maximum width"
            row.fault("COMPONENT_LAYOUT_WIDTH_EXCEEDED", text, "components")

    def _check_button(self, button: Part) -> None:
        button.known(
            "type", "id", "style", "label", "emoji", "custom_id", "sku_id", "url", "disabled"
        )
        style = button.one_of("style", range(1, 7), needed=True)
        label = button.text("label", 80)
        emoji = check_emoji(button)
        button.flag("disabled")
        forbidden: Collection[str]
        if style == PREMIUM_STYLE:
            button.need("sku_id")
            forbidden = ("custom_id", "label", "url", "emoji")
        elif style == LINK_STYLE:
            button.url("url", ("http", "https", "discord"), 512, needed=True)
            forbidden = ("custom_id", "sku_id")
        else:
            self.check_custom_id(button)
            forbidden = ("url", "sku_id")
        for name in forbidden:
            if button.has(name):
                text = f"A button of style {style} cannot have this field"
                button.fault("BUTTON_COMPONENT_FIELD_CONFLICT", text, name)
        if style != PREMIUM_STYLE and not label and not emoji:
            text = "A button must have a label or an emoji"
            button.fault("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", text)

    def _check_section(self, section: Part) -> None:
        section.known("type", "id", "components", "accessory")
        for child in section.parts("components", 3, least=1, needed=True):
            self.check(child, (TEXT,))
        if accessory := section.part("accessory", needed=True):
            self.check(accessory, (BUTTON, THUMBNAIL))

    def _check_thumbnail(self, thumbnail: Part) -> None:
        thumbnail.known("type", "id", "media", "description", "spoiler")
        self._check_picture(thumbnail)

    def _check_gallery(self, gallery: Part) -> None:
        gallery.known("type", "id", "items")
        for item in gallery.parts("items", 10, least=1, needed=True):
            item.known("media", "description", "spoiler")
            self._check_picture(item)

    def _check_picture(self, owner: Part) -> None:
        owner.text("description", 1024)
        owner.flag("spoiler")
        if media := owner.part("media", needed=True):
            self._check_media(media, ("http", "https", "attachment"))

    def _check_file(self, file: Part) -> None:
        file.known("type", "id", "file", "spoiler")
        file.flag("spoiler")
        if media := file.part("file", needed=True):
            # An edit may hand back the address that Discord gave the file.
            self._check_media(media, ("attachment", "http", "https"))

    def _check_media(self, media: Part, schemes: Collection[str]) -> None:
        media.known("url")
        url = media.url("url", schemes, 2048, needed=True) or ""
        scheme, _, name = url.partition("://")
        if scheme == "attachment" and name not in self.files:
            text = "The referenced attachment was not found"
            media.fault("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", text, "url")

    def _check_separator(self, separator: Part) -> None:
        separator.known("type", "id", "divider", "spacing")
        separator.flag("divider")
        separator.one_of("spacing", (1, 2))

    def _check_container(self, container: Part) -> None:
        container.known("type", "id", "components", "accent_color", "spoiler")
        container.number("accent_color", 0, 0xFFFFFF)
        container.flag("spoiler")
        for child in container.parts("components", MOST_COMPONENTS, least=1, needed=True):
            self.check(child, IN_CONTAINER)
