"""Draw the README's pictures of cards on Discord: `python -m tests.pictures.discord_cards`.

The bot is the real one, so the pictures show what people will see. Needs Chromium.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pictures.chromium import NoPictureError, photograph
from tests.pictures.discord_page import page
from tests.pictures.discord_story import play

FOLDER = Path(__file__).parent

DESKTOP, PHONE = 640, 420
"""Widths of a channel, in CSS pixels."""

ON_PHONES = ("answer",)
"""Scenes that are shown on a phone too."""


def draw() -> None:
    """Write the pictures beside this file."""
    with TemporaryDirectory() as folder:
        scenes = asyncio.run(play(Path(folder)))
    for scene in scenes:
        photograph(page(scene, DESKTOP), DESKTOP, FOLDER / f"discord-{scene.name}.png")
        if scene.name in ON_PHONES:
            photograph(page(scene, PHONE), PHONE, FOLDER / f"discord-{scene.name}-phone.png")


if __name__ == "__main__":
    try:
        draw()
    except NoPictureError as error:
        sys.exit(str(error))
