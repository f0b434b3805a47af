"""Which language a text is in, and when that cannot be told."""

from __future__ import annotations

import pytest

from corpus.languages.identification import find_language

LONGER = [
    ("The minister said on Monday that it was the end of the strike in the port.", "en"),
    ("Ferry strike ends: union, company sign deal, Norhaven mayor Lind says", "en"),
    ("Die Werft baut ab Mai zwölf Fähren, teilte die Direktorin am Montag mit.", "de"),
    ("Le chantier naval construira douze ferries, a annoncé lundi la directrice.", "fr"),
    ("El astillero construirá doce transbordadores, anunció el lunes la directora.", "es"),
    ("Il cantiere costruirà dodici traghetti, ha annunciato lunedì la direttrice.", "it"),
    ("De werf bouwt vanaf mei twaalf veerboten, zei de directeur maandag.", "nl"),
    ("Stocznia zbuduje dwanaście promów, poinformowała w poniedziałek dyrektorka.", "pl"),
    ("Верфь построит двенадцать паромов, сообщила в понедельник директор завода.", "ru"),
    ("Верф збудує дванадцять поромів, повідомила в понеділок директорка заводу.", "uk"),
    ("قالت المديرة يوم الاثنين إن الحوض سيبني اثنتي عشرة عبارة جديدة للجزر.", "ar"),
    ("造船所は五月から島のために十二隻のフェリーを造ると、所長が月曜日に述べた。", "ja"),
    ("厂长周一表示造船厂从五月起将为各岛建造十二艘新渡轮。", "zh"),
]


@pytest.mark.parametrize(("text", "language"), LONGER)
def test_a_sentence_of_news_tells_its_language(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Olga Brandt denied it.",
        "Kirby: no comment.",
        "“No,” said Kim Jong Un.",
        "Berlin police say 12 hurt.",
        "Volkswagen chief Blume says plant stays",
        "Le Monde reported it.",
        "Macron, Scholz, Meloni, Sánchez: no deal",
    ],
)
def test_a_few_english_words_are_never_taken_for_another_language(text: str) -> None:
    assert find_language(text) in (None, "en")


@pytest.mark.parametrize(
    ("declared", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE_de", "de"), ("german", None), ("", None), (None, None)],
)
def test_where_the_words_do_not_tell_the_declared_language_counts(
    declared: str | None, language: str | None
) -> None:
    assert find_language("Norhaven: 12 – 4", declared) == language


def test_what_the_words_say_counts_more_than_what_is_declared() -> None:
    assert find_language(LONGER[2][0], "en") == "de"


@pytest.mark.parametrize("text", ["", "12 – 4", "…"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert find_language(text, "de") is None
