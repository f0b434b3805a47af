"""Filling in a modal, as Discord's app does and checks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tests.discord_server.attachments import File
from tests.discord_server.controls import NotPossibleError
from tests.discord_server.payload import Json
from tests.discord_server.validation.components import ACTION_ROW, TEXT
from tests.discord_server.validation.modals import (
    CHECKBOX,
    FILE_UPLOAD,
    LONGEST_INPUT,
    RADIO_GROUP,
    TEXT_INPUT,
)
from tests.discord_server.validation.selects import SELECTS, STRING_SELECT
from tests.discord_server.visible import give_ids

if TYPE_CHECKING:
    from tests.discord_server.resolved import Resolved


def fill(
    modal: Json, values: Mapping[str, Any], files: Sequence[File], resolved: Resolved
) -> list[Json]:
    """Return a modal's components as sent.

    `values` are by label or custom id; a field not named keeps what it was filled with. `files` go
    into the one file upload. Raises NotPossibleError for what Discord's app would not send.
    """
    components = modal["components"]
    give_ids(components)
    form = _Form(dict(values), files, resolved)
    sent = [form.fill_row(component) for component in components]
    form.check_all_used()
    return sent


class _Form:
    def __init__(self, values: dict[str, Any], files: Sequence[File], resolved: Resolved) -> None:
        self._values = values
        self._files = list(files)
        self._resolved = resolved

    def fill_row(self, row: Json) -> Json:
        sent: Json = {"type": row["type"], "id": row["id"]}
        if row["type"] == TEXT:
            return sent
        if row["type"] == ACTION_ROW:
            child = row["components"][0]
            return {**sent, "components": [self._fill(child, child["label"])]}
        return {**sent, "component": self._fill(row["component"], row["label"])}

    def check_all_used(self) -> None:
        if self._values or self._files:
            raise NotPossibleError(f"the modal has no place for {list(self._values) or 'files'}")

    def _fill(self, field: Json, label: str) -> Json:
        kind, custom_id = field["type"], field["custom_id"]
        sent: Json = {"type": kind, "id": field["id"], "custom_id": custom_id}
        given = self._values.pop(label, self._values.pop(custom_id, None))
        required = field.get("required", True)
        if kind == TEXT_INPUT:
            text = field.get("value") or "" if given is None else given
            _check_length(label, text, field, required=required)
            return {**sent, "value": text}
        if kind == CHECKBOX:
            return {**sent, "value": bool(field.get("default") if given is None else given)}
        chosen = self._take_files() if kind == FILE_UPLOAD and given is None else _as_list(given)
        low = field.get("min_values", 1) if required else 0
        if len(chosen) < low and (required or chosen):
            raise NotPossibleError(f"{label!r} needs {low} or more")
        if len(chosen) > field.get("max_values", 1) and kind != RADIO_GROUP:
            raise NotPossibleError(f"{label!r} takes {field.get('max_values', 1)} or fewer")
        values = [self._value(field, one) for one in chosen]
        if kind == RADIO_GROUP:
            return {**sent, "value": values[0] if values else None}
        return {**sent, "values": values}

    def _take_files(self) -> list[File]:
        files, self._files = self._files, []
        return files

    def _value(self, field: Json, choice: Any) -> str:
        if isinstance(choice, File):
            channel = self._resolved.channel
            return self._resolved.add(
                channel.server.files.upload(choice, channel.id, ephemeral=True)
            )
        if field["type"] in SELECTS and field["type"] != STRING_SELECT:
            return self._resolved.add(choice)
        for option in field["options"]:
            if choice in (option["label"], option["value"]):
                return str(option["value"])
        raise NotPossibleError(f"{choice!r} is not among the options")


def _check_length(label: str, text: str, field: Json, *, required: bool) -> None:
    low = max(field.get("min_length") or 0, int(required))
    high = field.get("max_length") or LONGEST_INPUT
    if (text or required) and not low <= len(text) <= high:
        raise NotPossibleError(f"{label!r} takes {low} to {high} characters, not {len(text)}")


def _as_list(given: Any) -> list[Any]:
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]
