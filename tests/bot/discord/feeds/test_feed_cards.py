"""Cards about feeds fit Discord, whatever a site calls its feed and its articles."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.feeds.card import (
    FEEDS_ON_A_PAGE,
    announcement,
    failure_notice,
    feeds_card,
    followed_card,
    quiet_notice,
    refusal_notice,
)
from bot.discord.kit.limits import check_message
from corpus.article import Article
from corpus.library.following import Check, Refusal
from corpus.library.following.follower import MOST_PER_CHECK
from corpus.library.store.feed_records import FeedWishes, FollowedFeed
from tests.bot.discord.test_cards_fit import addresses, hostile, long

MOMENT = datetime(2025, 3, 4, 8, tzinfo=UTC)

texts = hostile | long


@st.composite
def followed(draw: st.DrawFn) -> FollowedFeed:
    words = tuple(draw(st.lists(texts, max_size=20)))
    address = draw(addresses) or "https://a.example/feed"
    return FollowedFeed(
        server=2**63 - 1,
        number=99,
        wishes=FeedWishes(address, words, draw(st.none() | st.just(2**63 - 1))),
        title=draw(texts | st.just("")),
        checked_at=MOMENT,
        due_at=draw(st.none() | st.just(MOMENT)),
        failures=draw(st.integers(0, 10**6)),
        failure=draw(st.none() | texts),
        loaded=10**6,
        refused=draw(st.integers(0, 10**6)),
        refusal=draw(st.none() | texts),
    )


@st.composite
def checks(draw: st.DrawFn) -> Check:
    titles = draw(st.lists(st.tuples(texts, addresses), max_size=MOST_PER_CHECK))
    loaded = tuple(Article.from_paragraphs(title, ["Text."], url=url) for title, url in titles)
    refused = (Refusal(draw(texts), draw(texts)),)
    return Check(draw(followed()), loaded, refused, draw(st.integers(0, 10**6)))


@given(checks())
def test_what_came_of_a_check_fits(check: Check) -> None:
    cards = [
        followed_card(check),
        refusal_notice(check),
        *([announcement(check)] if check.loaded else []),
    ]
    for card in [*cards, failure_notice(check.feed), quiet_notice(check.feed)]:
        check_message(card.payload)


@given(st.lists(followed(), min_size=FEEDS_ON_A_PAGE, max_size=FEEDS_ON_A_PAGE + 1))
def test_a_page_of_feeds_fits(feeds: list[FollowedFeed]) -> None:
    check_message(feeds_card(feeds).payload)
