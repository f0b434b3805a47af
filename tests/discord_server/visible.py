"""What a person sees of a message or a modal: its words, buttons and menus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tests.discord_server.payload import Json
from tests.discord_server.validation.components import BUTTON, FILE, TEXT
from tests.discord_server.validation.modals import LABEL
from tests.discord_server.validation.selects import SELECTS


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Yield every component, outer before inner, in the order on the screen."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        for name in ("accessory", "component"):
            if name in component:
                yield from walk([component[name]])


def give_ids(components: Sequence[Json]) -> None:
    """Number the components that have no id, as Discord does."""
    everything = list(walk(components))
    taken = {component.get("id") for component in everything}
    free = (number for number in range(1, 2**31) if number not in taken)
    for component in everything:
        component["id"] = component.get("id") or next(free)


def component_words(components: Iterable[Json]) -> Iterator[str]:
    """Yield the words on each component: texts as Markdown, labels, placeholders, file names."""
    for component in walk(components):
        kind = component["type"]
        if kind == TEXT:
            yield component["content"]
        elif kind == BUTTON:
            emoji = (component.get("emoji") or {}).get("name")
            yield " ".join(filter(None, (emoji, component.get("label"))))
        elif kind in SELECTS:
            yield from filter(None, [component.get("placeholder")])
            yield from (option["label"] for option in component.get("options", ()))
        elif kind == FILE:
            yield component["file"]["url"].rpartition("/")[2]
        elif kind == LABEL:
            yield from filter(None, (component["label"], component.get("description")))
        yield from (
            item["description"] for item in component.get("items", ()) if item.get("description")
        )


def embed_words(embed: Json) -> Iterator[str]:
    """Yield the words of an embed, from top to bottom."""
    yield from filter(None, [embed.get("author", {}).get("name"), embed.get("title")])
    yield from filter(None, [embed.get("description")])
    for field in embed.get("fields", ()):
        yield from (field["name"], field["value"])
    yield from filter(None, [embed.get("footer", {}).get("text")])
