"""The card of figures, whatever stands in articles: it fits, and nothing in it acts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.discord.kit.figures.card import figures_card, shortened_alt, summary
from bot.discord.kit.limits import check_message
from bot.discord.kit.quoting import in_one_line
from bot.figures import ROWS_ON_A_PAGE, Page, pages_of
from corpus.article import Article
from corpus.claims import Stance
from corpus.figures import Found
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.test_cards_fit import ACTS_OF_OURS
from tests.corpus.figures.made import claim_of, figures_of

HOSTILE = (
    "@everyone <@1> ](https://x.example) `code` **bold** ||x||",
    "\u202e\u200b語語語。👩\u200d👧",
    "*" * 900,
    "語" * 900,
    "# <t:1700000000:R> </ask:1>\n> quote",
)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("is_group", [True, False])
async def test_any_words_fit_and_do_nothing(words: str, *, is_group: bool) -> None:
    text = f"At least 12 {words} were seen {words}."
    article = Article.from_paragraphs(words, [text], url="https://x.example/" + "(" * 200)
    (figure, *_) = figures_of(article)
    claim = replace(
        claim_of(words, text, Stance.DENIES), relays=(words, words), when=words, confidence=0.1
    )
    page = Page([replace(figure, claim=claim)] * ROWS_ON_A_PAGE, 995, is_group)
    about = summary(Found([page.figures], may_be_more=True), " · page 999 of 999")
    card, files = await figures_card(in_one_line(words[:500]), page, about, [])
    assert len(files) == is_group
    check_message(card.payload, files=len(files))
    (container,) = card.payload
    for part in container["components"]:
        if "content" in part:
            assert set(read(part["content"]).acts) <= ACTS_OF_OURS, part["content"]


def test_a_page_never_mixes_figures_of_the_same_thing_with_others() -> None:
    article = Article.from_paragraphs("T", [f"{number} homes." for number in range(10, 25)])
    figures = figures_of(article)
    pages = pages_of([figures[:7], figures[7:8], figures[8:10], *([f] for f in figures[10:])])
    assert [(len(page.figures), page.first, page.is_group) for page in pages] == [
        (5, 1, True), (2, 6, True), (2, 8, True), (5, 10, False), (1, 15, False),
    ]  # fmt: skip
    assert [page.has_bars for page in pages] == [True, False, False, False, False]


def test_a_description_is_cut_to_what_discord_takes() -> None:
    assert len(shortened_alt("x" * 5_000)) == 1_024
    assert shortened_alt("short") == "short"
