"""Pictures of web pages, taken with Chromium."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops

SCALE = 2
"""Pixels of the picture for each of the page's, as on a good screen."""

TALLEST = 3_000
"""Height of the window, in the page's pixels; what stays empty below the page is cut off."""

MARGIN = 16
"""The page's pixels left below its last line."""

COLOURS = 256
"""Enough for a card's greys, its blue and its emoji; the file is a third as large."""

PATIENCE_S = 120

FLAGS = (
    "--headless",
    "--no-sandbox",  # the pages are our own, and a container's root cannot have one
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--force-device-scale-factor={SCALE}",
)

MISSING = (
    "Chromium is not installed: install it and its fonts "
    "(Debian: apt-get install chromium fonts-noto-core fonts-noto-color-emoji)."
)


class NoPictureError(Exception):
    """No picture can be taken; the text says why, and what to do."""


def photograph(html: str, width: int, picture: Path) -> None:
    """Write a picture of a page that is `width` of its own pixels wide.

    Raises NoPictureError where Chromium is missing or fails.
    """
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.png"
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        _run(
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{TALLEST}",
            f"--screenshot={whole}",
            page.as_uri(),
        )
        with Image.open(whole) as image:
            cut = _cut(image.convert("RGB"), width * SCALE)
    cut.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


def _run(*arguments: str) -> None:
    program = shutil.which("chromium")
    if program is None:
        raise NoPictureError(MISSING)
    done = subprocess.run(
        [program, *FLAGS, *arguments],
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE_S,
    )
    if done.returncode:
        message = f"Chromium failed ({done.returncode}): {done.stderr.strip()[-500:]}"
        raise NoPictureError(message)


def _cut(image: Image.Image, width: int) -> Image.Image:
    """Cut a picture to its width, since windows have a least one, and to what stands on it."""
    empty = Image.new("RGB", image.size, image.getpixel((0, 0)))
    drawn = ImageChops.difference(image, empty).getbbox()
    bottom = drawn[3] if drawn else 0
    return image.crop((0, 0, width, min(bottom + MARGIN * SCALE, image.height)))
