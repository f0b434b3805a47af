"""Who changed what they said, and above all who did not."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import Corpus
from corpus.article import Article
from corpus.topics import PlacedClaim

MAY_3, MAY_9 = date(2024, 5, 3), date(2024, 5, 9)


def article(text: str, day: date | None) -> Article:
    return Article.from_paragraphs(f"Of {day}: {text[:9]}", [text], published=day)


def changes(*told: Article) -> list[PlacedClaim]:
    """Return the claims that tell of a change, in articles loaded in this order."""
    return [placed for placed in Corpus(told).claims_about("") if placed.changed_from]


CHANGED = [
    (
        "Mayor Ruth Okoye said the council has no plans to sell the tram depot.",
        "Mayor Ruth Okoye confirmed that the council will sell the tram depot.",
    ),
    (
        "Jon Aas, the harbour master, denied that the pier will be closed.",
        "Jon Aas, the harbour master, said that the pier will be closed in June.",
    ),
    (
        "“The lighthouse lamp is not broken,” Olga Brandt said on Friday.",
        "“The lighthouse lamp is broken,” Olga Brandt said on Monday.",
    ),
    (
        "The Northline ferry company said 12 passengers were hurt in the collision.",
        "The Northline ferry company said that 31 passengers were hurt in the collision.",
    ),
    (
        "Energy minister Paulo Reis said power prices will rise.",
        "Energy minister Paulo Reis said power prices will fall.",
    ),
    (
        "Tove Lind said that the flood damaged 40 houses in Aalby.",
        "Tove Lind told reporters that the flood had damaged 95 houses in Aalby.",
    ),
]

NOT_CHANGED = [
    (  # the same again
        "Mayor Ruth Okoye said the council will sell the tram depot.",
        "Mayor Ruth Okoye confirmed that the council will sell the tram depot.",
    ),
    (  # another person
        "Mayor Ruth Okoye said the council has no plans to sell the tram depot.",
        "Councillor Ida Berg said the council will sell the tram depot.",
    ),
    (  # another thing
        "Mayor Ruth Okoye said the council has no plans to sell the tram depot.",
        "Mayor Ruth Okoye said the council will sell the old swimming pool.",
    ),
    (  # of its thing, another part
        "Jon Aas said that the pier will not close.",
        "Jon Aas said that the pier will close its ticket office.",
    ),
    (  # another place
        "Tove Lind said that the flood damaged 40 houses in Aalby.",
        "Tove Lind said that the flood damaged 95 houses in Norhaven.",
    ),
    (  # another time
        "Tove Lind said that the shop sold 40 boats in March.",
        "Tove Lind said that the shop sold 95 boats in April.",
    ),
    (  # what is counted is another thing
        "Tove Lind said that the flood damaged 40 houses.",
        "Tove Lind said that the flood damaged 95 cars.",
    ),
    (  # both can be true
        "Tove Lind said that the flood damaged at least 40 houses in Aalby.",
        "Tove Lind said that the flood damaged 52 houses in Aalby.",
    ),
    (  # nobody is named: they may be others
        "Police said that the bridge is not safe for lorries.",
        "Police said that the bridge is safe for lorries.",
    ),
    (
        "A spokesman said the plant will not close.",
        "A spokesman said the plant will close.",
    ),
    (  # others of the same name
        "Kim Berg, a teacher, said that the school roof is not safe.",
        "Kim Berg, the tax inspector, said that the school roof is safe.",
    ),
    (  # a condition is no promise
        "Energy minister Paulo Reis said the reactor will not stay open.",
        "Energy minister Paulo Reis said the reactor will stay open if the pumps are mended.",
    ),
    (  # a demand is no forecast
        "Ida Berg demanded that the council close the road to lorries.",
        "Ida Berg said the council will not close the road to lorries.",
    ),
    (  # the negation is of another clause
        "Jon Aas said that the pier will close in June and boats will not be moved.",
        "Jon Aas said that the pier will close in June.",
    ),
    (  # the new and the old one
        "Jon Aas said that the old pier is not safe.",
        "Jon Aas said that the new pier is safe.",
    ),
    (  # another one of its kind
        "Jon Aas said that the stone bridge is not safe for carts.",
        "Jon Aas said that the iron bridge is safe for carts.",
    ),
    (  # what is open is neither so nor not so
        "Ida Berg said there is no decision whether the school will reopen.",
        "Ida Berg said the school will reopen.",
    ),
    (  # not what was denied
        "Olga Brandt denied that she had sold the lamp.",
        "Olga Brandt said that the museum had sold the lamp.",
    ),
]


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_a_change_is_told_with_what_was_said_before(before: str, after: str) -> None:
    old, new = article(before, MAY_3), article(after, MAY_9)
    for loaded in ((old, new), (new, old)):
        (change,) = changes(*loaded)
        assert change.article == new
        assert change.changed_from is not None
        assert change.changed_from.article == old
        assert change.changed_from.claim.content in before


@pytest.mark.parametrize(("before", "after"), NOT_CHANGED)
def test_what_is_no_change_is_told_as_none(before: str, after: str) -> None:
    assert not changes(article(before, MAY_3), article(after, MAY_9))
    assert not changes(article(after, MAY_3), article(before, MAY_9))


@pytest.mark.parametrize("day", [None, MAY_9])
def test_without_two_days_nothing_has_changed(day: date | None) -> None:
    for before, after in CHANGED:
        assert not changes(article(before, day), article(after, MAY_9))


def test_a_change_is_told_once_where_it_was_made() -> None:
    (before, after), later = CHANGED[0], date(2024, 6, 1)
    told = [article(before, MAY_3), article(after, MAY_9), article(after, later)]
    (change,) = changes(*told)
    assert change.article.published == MAY_9
