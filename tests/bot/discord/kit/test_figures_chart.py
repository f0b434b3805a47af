"""The chart of figures: a picture of bounded size, in letters that can be read and written."""

from __future__ import annotations

from contextvars import copy_context
from io import BytesIO
from math import inf

import pytest
from PIL import Image

from bot.discord.kit.figures import chart
from bot.discord.kit.figures.chart import Bar, draw, drawable, short
from bot.language import speak


def bar(number: int = 1, **changed: object) -> Bar:
    given = {"figure": "12", "who": "Ana Ruiz", "sure": 12.0, "most": 12.0, "is_denied": False}
    return Bar(number, **(given | changed))  # type: ignore[arg-type] # as the test gives them


@pytest.mark.parametrize(
    "words",
    ["$\\frac{1}{0}$ \\", "戦車 中文", "🚢", "١٢ دبابة", "\u202e\x1b[2J\n", "x" * 10_000, "W" * 99],
)
def test_any_words_make_a_picture_of_bounded_size(words: str) -> None:
    bars = [bar(n, figure=words, who=words, stance=words[:9]) for n in range(1, 99)]
    drawn = draw(words, bars)
    assert len(drawn) < 300_000
    with Image.open(BytesIO(drawn)) as image:
        assert image.format == "PNG"
        assert image.size[0] == round(chart.WIDTH * chart.DOTS)
        assert image.size[1] <= 1_200


@pytest.mark.parametrize("most", [0.0, 1e-9, 1e30])
def test_any_number_makes_a_picture(most: float) -> None:
    assert draw("", [bar(sure=0.0, most=most), bar(2, sure=most, most=inf)])


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Зоя Ω é", "Зоя Ω é"),
        ("Ana  Ruiz\nof Dorn and of many more places", "Ana Ruiz of Dorn…"),
        ("戦車", ""),
        ("Ana 🚢", ""),
        ("دبابة", ""),
        ("a\u202eb", ""),
        ("", ""),
    ],
)
def test_what_the_font_cannot_write_is_left_to_the_table(text: str, drawn: str) -> None:
    from bot.discord.kit.figures.chart import _font  # noqa: PLC0415 - it loads matplotlib

    assert drawable(text, 17, _font()) == drawn


def test_bars_differ_by_what_is_sure_and_what_is_denied() -> None:
    drawn = {
        draw("", [bar(sure=sure, most=most, is_denied=denied)])
        for sure, most, denied in (
            (12.0, 12.0, False), (0.0, 12.0, False), (12.0, inf, False), (12.0, 12.0, True),
        )
    }  # fmt: skip
    assert len(drawn) == 4


@pytest.mark.parametrize("colour", [chart.LETTERS, chart.FAINT_LETTERS, chart.SURE, chart.DENIED])
def test_letters_and_bars_stand_out_from_the_ground(colour: str) -> None:
    """By the contrast of WCAG 2.2, which asks 4.5 of letters (https://www.w3.org/TR/WCAG22)."""
    lighter, darker = _luminance(colour), _luminance(chart.GROUND)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (340, "340"), (10_000, "10k"), (1.5e6, "1.5M"), (2e9, "2B")]
)
def test_the_axis_has_short_numbers(number: float, written: str) -> None:
    assert short(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (0.5, "0,5"), (10_000, "10.000"), (1.5e6, "1,5\u00a0Mio."), (2e9, "2\u00a0Mrd.")],
)
def test_the_axis_of_a_german_chart_has_german_numbers(number: float, written: str) -> None:
    def in_german() -> str:
        speak("de")
        return short(number)

    assert copy_context().run(in_german) == written
