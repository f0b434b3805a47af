"""Pages that show messages as Discord's dark theme does, in HTML and CSS of our own."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from tests.discord_server.payload import Json
from tests.discord_server.validation import components as kinds
from tests.pictures.discord_story import Said, Scene
from tests.pictures.discord_text import text_as_html

STYLE = Path(__file__).with_name("discord.css")

SENT_AT = "Today at 10:24"
"""Always the same, so that a picture changes only where the card does."""

BUTTON_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}

PAGE = """\
<!doctype html>
<html lang="en" class="{seen}">
<meta charset="utf-8">
<style>{style}</style>
<body style="width: {width}px">
{messages}
</body>
</html>
"""

BY_THE_BOT = """\
<div class="message">
  <div class="avatar bot">“</div>
  <div class="said">
    <div class="from"><b>Sources Say</b><span class="app">APP</span><time>{sent_at}</time></div>
    {components}
  </div>
</div>
"""

BY_A_PERSON = """\
<div class="message">
  <div class="avatar">{initial}</div>
  <div class="said">
    <div class="from"><b>{person}</b><time>{sent_at}</time></div>
    <div class="text">{words}</div>
  </div>
</div>
"""

TYPING = '<div class="typing"><b>Sources Say</b> is typing…</div>'

WINDOW = """\
<div class="window" style="height: {height}px">{messages}</div>
<div class="input">{typed}</div>
"""

BY_COMMAND = (
    '<span class="hook"></span><span class="small avatar">{initial}</span>'
    "<b>{person}</b> used <i>{command}</i>"
)
BY_BUTTON = (
    '<span class="hook"></span><span class="small avatar bot">“</span>'
    "<b>Sources Say</b> <em>Click to see attachment</em>"
)
"""What the app writes above an answer to a press, which refers to the message with the button."""

EYE = (
    '<svg viewBox="0 0 24 24"><path d="M12 5C6 5 2 12 2 12s4 7 10 7 10-7 10-7-4-7-10-7z'
    'm0 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8z"/></svg>'
)
ONLY_YOU = f'<div class="only-you">{EYE}Only you can see this • <a>Dismiss message</a></div>'


def page(scene: Scene, width: int) -> str:
    """Return a page with one message; `width` is in CSS pixels, those of the channel on the screen."""
    private = ONLY_YOU if scene.private else ""
    message = _by_the_bot(_with_pictures(_components(scene.components), scene.pictures) + private)
    cause = f'<div class="cause">{_cause(scene)}</div>'
    return _page(cause + message, width, "private" if scene.private else "public")


def window(said: Sequence[Said], width: int, height: int, *, typed: str, typing: bool) -> str:
    """Return a page with a channel's newest messages, in a window of `height` CSS pixels.

    `typed` stands in the line where people write; `typing` shows that the bot is at work.
    """
    messages = "".join(map(_message, said)) + (TYPING if typing else "")
    below = escape(typed) + '<span class="caret"></span>' if typed else "Message #the-newsroom"
    return _page(WINDOW.format(height=height, messages=messages, typed=below), width, "public")


def _page(messages: str, width: int, seen: str) -> str:
    style = STYLE.read_text(encoding="utf-8")
    return PAGE.format(style=style, width=width, seen=seen, messages=messages)


def _message(said: Said) -> str:
    if not said.person:
        return _by_the_bot(_components(said.components))
    words = re.sub("@Sources Say", "<mark>@Sources Say</mark>", escape(said.words))
    return BY_A_PERSON.format(
        initial=escape(said.person[:1]), person=escape(said.person), words=words, sent_at=SENT_AT
    )


def _by_the_bot(components: str) -> str:
    return BY_THE_BOT.format(sent_at=SENT_AT, components=components)


def _with_pictures(html: str, pictures: Mapping[str, bytes]) -> str:
    """Put the files themselves in the place of their addresses."""
    for address, content in pictures.items():
        html = html.replace(
            escape(address), f"data:image/png;base64,{b64encode(content).decode('ascii')}"
        )
    return html


def _cause(scene: Scene) -> str:
    """Say by whose command the message came, or that it came from a button."""
    if not scene.command:
        return BY_BUTTON
    initial, person, command = map(escape, (scene.person[:1], scene.person, scene.command))
    return BY_COMMAND.format(initial=initial, person=person, command=command)


def _components(components: Iterable[Json]) -> str:
    return "\n".join(map(_component, components))


def _component(component: Json) -> str:
    """Draw a component; raises ValueError for a kind that no picture has needed yet."""
    if leaf := _LEAVES.get(component["type"]):
        return leaf(component)
    match component["type"]:
        case kinds.ACTION_ROW:
            return f'<div class="row">{_components(component["components"])}</div>'
        case kinds.SECTION:
            texts = _components(component["components"])
            beside = _component(component["accessory"])
            return f'<div class="section"><div>{texts}</div>{beside}</div>'
        case kinds.CONTAINER:
            inside = _components(component["components"])
            accent = f"#{component['accent_color']:06x}"
            return f'<div class="container" style="--accent: {accent}">{inside}</div>'
        case kind:
            message = f"There is no drawing of components of type {kind} yet: add one here."
            raise ValueError(message)


def _picture(item: Json) -> str:
    address, words = escape(item["media"]["url"]), escape(item.get("description") or "")
    return f'<img class="picture" src="{address}" alt="{words}">'


def _button(button: Json) -> str:
    emoji = (button.get("emoji") or {}).get("name") or ""
    words = " ".join(filter(None, [emoji, button.get("label")]))
    return f'<span class="button {BUTTON_STYLES[button["style"]]}">{escape(words)}</span>'


def _text(component: Json) -> str:
    return f'<div class="text">{text_as_html(component["content"])}</div>'


def _gallery(component: Json) -> str:
    return "".join(map(_picture, component["items"]))


_LEAVES: Mapping[int, Callable[[Json], str]] = {
    kinds.TEXT: _text,
    kinds.GALLERY: _gallery,
    kinds.SEPARATOR: lambda _: "<hr>",
    kinds.BUTTON: _button,
}
"""How each kind is drawn that holds no others."""
