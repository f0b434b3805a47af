"""Which figures are read in articles, and which of them are put together: none of two things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Article
from corpus.figures import Figure, grouped
from tests.corpus.figures.made import claim_of, figures_of


def read(*sentences: str, title: str = "Storm at Lowe Bay") -> list[Figure]:
    """Read the figures of an article in which nobody is named."""
    return figures_of(Article.from_paragraphs(title, sentences))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "At least 1,500 North Korean troops are here.",
            [("At least 1,500", "North Korean troops")],
        ),
        ("It cost about $4.2 million.", [("about $4.2 million", "")]),
        ("Some 15% of voters stayed at home.", [("Some 15%", "")]),
        ("It costs 85 million euros.", [("85 million euros", "")]),
        ("Two thirds of the voters agreed.", [("Two thirds", "")]),
        ("From 8,000 to 12,000 tons leaked.", [("8,000 to 12,000", "tons")]),
        ("Forty people left and 12 stayed.", [("Forty", "people"), ("12", "stayed")]),
        ("It was built in 1972.", []),
        ("He held an eight-hour speech over a 12-year stretch.", []),
    ],
)
def test_a_figure_is_given_in_the_articles_words(
    text: str, figures: Sequence[tuple[str, str]]
) -> None:
    assert [(each.written, each.thing_written) for each in read(text)] == figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 43 people were killed in Lowe Bay.", "50 people were killed in Lowe Bay."),
        ("The storm killed 43 people.", "Some 60 people died in the storm."),
        ("About 1,500 Sorvian troops are in Dorn.", "There are 2,000 Sorvian soldiers in Dorn."),
        ("Some 300 homes were flooded.", "On Monday 350 homes were flooded."),
        ("The bridge cost $3 million.", "The bridge cost $4 million."),
        ("3,000 workers walked out at Lowe Bay.", "Some 1,200 workers walked out."),
        ("300 people were rescued.", "500 were rescued by Monday."),
    ],
)
def test_figures_of_one_thing_are_put_together(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("43 people were killed.", "120 people were injured."),
        ("43 people were killed.", "120 were injured."),
        ("1,500 troops are in Kursk.", "3,000 troops are in Vladivostok."),
        ("1,500 troops are in Kursk.", "3,000 troops are on their way."),
        ("1,500 Sorvian troops are in Dorn.", "9,000 troops are in Dorn."),
        ("1,500 Sorvian troops are in Dorn.", "2,000 Aldian troops are in Dorn."),
        ("300 homes were flooded.", "700 homes lost power."),
        ("300 homes were flooded.", "Another 200 homes were flooded."),
        ("300 homes were flooded.", "Up to 900 homes could be flooded."),
        ("300 homes were flooded.", "900 homes will be flooded."),
        ("300 homes were flooded in 2019.", "900 homes were flooded in 2023."),
        ("300 homes were flooded on Monday.", "900 homes were flooded on Friday."),
        ("300 homes were flooded.", "It is not true that 900 homes were flooded."),
        ("300 homes were flooded.", "500 farms were flooded."),
        ("Prices rose by 4 percent.", "Wages rose by 6 percent."),
        ("The bridge cost $3 million.", "The tunnel cost $4 million."),
        ("The bridge cost $3 million.", "The bridge cost 4 million euros."),
        ("40 percent of men agreed.", "60 percent of women agreed."),
        ("The wall is 12 metres high.", "The wall is 40 metres long."),
        ("43 people", "50 people"),
        ("Ana Ruiz has worked here for 24 years.", "Tom Hall has worked here for 13 years."),
        ("300 homes were flooded.", "90,000 homes were flooded."),
        ("12 people died in the fire.", "14 people died in the crash."),
        ("12 soldiers were captured.", "14 soldiers were killed."),
    ],
)
def test_figures_of_two_things_are_kept_apart(one: str, other: str) -> None:
    assert not together(one, other)


def together(one: str, other: str) -> bool:
    """Tell whether figures are put together that two sources give in one article."""
    article = Article.from_paragraphs("Storm at Lowe Bay", [one, other])
    mine = [replace(f, claim=claim_of("Ana Ruiz", f.text)) for f in figures_of(article)[:1]]
    others = [replace(f, claim=claim_of("Tom Hall", f.text)) for f in figures_of(article)[1:]]
    return any(len(group) == 2 for group in grouped([*mine, *others]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("300 homes were flooded.", "350 homes were flooded."),
        ("Oakland has a population of 400,000.", "Dorn has a population of 800,000."),
        ("Ana Ruiz sits at 16%.", "Tom Hall sits at 11%."),
    ],
)
def test_who_gives_two_numbers_in_one_article_gives_them_for_two_things(
    one: str, other: str
) -> None:
    assert all(len(group) == 1 for group in grouped(read(one, other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The margin of error is 3 percentage points.",
            "The margin of error is 5 percentage points.",
        ),
        ("Oakland has a population of 400,000.", "Dorn has a population of 800,000."),
        ("Turnout was 53 percent.", "Turnout was 49 percent."),
        ("Seventy percent were white.", "Sixty percent were white."),
    ],
)
def test_measures_that_do_not_say_of_what_are_kept_apart(one: str, other: str) -> None:
    articles = (
        Article.from_paragraphs(title, [text])
        for title, text in (
            ("Poll in Dorn and Oakland", one),
            ("What the poll in Dorn says", other),
        )
    )
    figures = [figure for article in articles for figure in figures_of(article)]
    assert all(len(group) == 1 for group in grouped(figures))


def test_what_the_title_tells_of_both_does_not_make_them_one() -> None:
    title = "Storm at Lowe Bay: dozens killed and injured"
    killed, injured = (
        Article.from_paragraphs(title, [f"{told} in the storm at Lowe Bay."])
        for told in ("43 people were killed", "120 people were injured")
    )
    assert len(grouped([*figures_of(killed), *figures_of(injured)])) == 2


@pytest.mark.parametrize(
    ("title", "days", "is_one"),
    [
        ("Storm in Lowe Bay: what is known", 1, True),
        ("Fire in Upper Dorn", 1, False),
        ("Storm in Lowe Bay: what is known", 400, False),
    ],
)
def test_figures_of_two_articles_are_of_one_thing_if_both_tell_of_one_event(
    title: str, days: int, *, is_one: bool
) -> None:
    said = ("43 people were killed.", "50 people were killed.")
    first = Article.from_paragraphs("Storm hits Lowe Bay", said[:1], published=date(2024, 5, 2))
    day = date.fromordinal(date(2024, 5, 2).toordinal() + days)
    second = Article.from_paragraphs(title, said[1:], published=day)
    groups = grouped([*figures_of(first), *figures_of(second)])
    assert (len(groups) == 1) is is_one
    assert groups[0][0].article == second  # the newest first
