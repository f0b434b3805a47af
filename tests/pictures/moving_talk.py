"""Draw the README's moving picture of a talk on Discord: `python -m tests.pictures.moving_talk`.

The bot is the real one, so the picture shows what people will see. Needs Chromium.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from tests.pictures.chromium import NoPictureError, photograph
from tests.pictures.discord_page import window
from tests.pictures.discord_story import Said, talk

PICTURE = Path(__file__).with_name("discord-talk.gif")

WIDTH, HEIGHT = 460, 620
"""Of the channel's window, in CSS pixels: about a phone's."""

SMALLER = 2
"""How many times smaller the moving picture is than a still one."""

COLOURS = 96

TYPED, THINKING, READ = 90, 700, 5_000
"""Milliseconds for a few letters typed, for the bot's work, and for reading an answer."""

LETTERS = 4
"""How many are typed from one frame to the next."""


class Frame(NamedTuple):
    """A page of the picture, and for how many milliseconds it is shown."""

    html: str
    shown_for: int


def draw() -> None:
    """Write the picture beside this file."""
    with TemporaryDirectory() as folder:
        said = asyncio.run(talk(Path(folder)))
        pictures, times = [], []
        for number, frame in enumerate(_frames(said)):
            still = Path(folder) / f"{number}.png"
            photograph(frame.html, WIDTH, still)
            with Image.open(still) as image:
                size = (image.width // SMALLER, image.height // SMALLER)
                pictures.append(image.convert("RGB").resize(size, Image.Resampling.LANCZOS))
            times.append(frame.shown_for)
    palette = pictures[-1].quantize(COLOURS, dither=Image.Dither.NONE)
    first, *others = [
        picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures
    ]
    first.save(PICTURE, save_all=True, append_images=others, duration=times, loop=0, optimize=True)


def _frames(said: list[Said]) -> Iterator[Frame]:
    """Show each question as it is typed, then the bot at work, then its card."""
    for at in range(0, len(said), 2):
        before, words = said[:at], said[at].words
        for end in range(LETTERS, len(words) + LETTERS, LETTERS):
            yield Frame(_window(before, typed=words[:end]), TYPED)
        yield Frame(_window(said[: at + 1], typing=True), THINKING)
        yield Frame(_window(said[: at + 2]), READ)


def _window(said: list[Said], *, typed: str = "", typing: bool = False) -> str:
    return window(said, WIDTH, HEIGHT, typed=typed, typing=typing)


if __name__ == "__main__":
    try:
        draw()
    except NoPictureError as error:
        sys.exit(str(error))
