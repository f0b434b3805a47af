"""How feeds look: what came of a check, what is followed here, and what is wrong with a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from re import Match
from typing import Self
from urllib.parse import urlsplit

from bot.discord.kit.card import Card, Notice, Part, header, row_below, text_part
from bot.discord.kit.fitting import ROOM_FOR_LISTED_TITLE, cost, fitted_line
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.quoting import link
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, NN_, gettext, gettext_filled, ngettext
from bot.wording import counted, shortened
from corpus.article import Article
from corpus.library.following import Check
from corpus.library.store import feeds
from corpus.library.store.feed_records import FollowedFeed

FEEDS_ON_A_PAGE = 5

ROOM_FOR_LINK = 200
"""What a feed's or an article's title may cost with its link."""

ROOM_FOR_WORDS = 80
ROOM_FOR_REASON = 100
"""So that a page of feeds, and the articles of a check, always fit on a card."""

NONE_FOLLOWED = N_(
    "No feeds are followed here. `/library feed add` follows one: its new articles load themselves."
)
FOLLOWED = N_("Following {}")
ANNOUNCED_IN = N_("new articles are announced in <#{}>")
QUIET = N_("new articles load quietly")
WITH_WORDS = N_("only with: {}")
NOTHING_NEW = N_("Nothing in it is to be loaded now.")
THE_NEWEST = N_("Only the newest were loaded; from now on whatever is new loads by itself.")
WAITING = NN_(
    "{} page could not be read yet, or is left for the next check.",
    "{} pages could not be read yet, or are left for the next check.",
)

NEW_FROM = N_("New from {}")

REFUSED = NN_("{} page could not be read, the last: {}", "{} pages could not be read, the last: {}")
TRIED = NN_("Tried {} time, again {}.", "Tried {} times, again {}.")

STOPPED = N_(
    "The feed **{}** was taken down by its site, so I no longer check it. `/library feed remove` "
    "takes it off the list."
)
FAILING = N_(
    "The feed **{}** cannot be read. {} I go on trying, less and less often; `/library feed list` "
    "says how it is, `/library feed remove` ends it."
)
PAGES_REFUSED = N_(
    "The feed **{}** leads to pages that I cannot read. **{}**: {} I say this once; "
    "`/library feed list` counts them."
)
GONE_QUIET = N_(
    "I may no longer write in <#{}>, so new articles of the feed **{}** load quietly from now on."
)


def feed_name(feed: FollowedFeed) -> str:
    """Name a feed in plain text: its own title, or else its site."""
    return feed.title or urlsplit(feed.wishes.address).hostname or feed.wishes.address


def followed_card(check: Check) -> Card:
    """Lay out what came of adding a feed, for the moderator who did."""
    parts: list[Part] = [text_part(f"-# {' · '.join(_wishes(check.feed))}")]
    if check.loaded:
        parts += [text_part(_titles(check.loaded)), text_part(f"-# {gettext(THE_NEWEST)}")]
    elif not check.waiting:
        parts.append(text_part(gettext(NOTHING_NEW)))
    if check.waiting:
        waiting = ngettext(*WAITING, check.waiting).format(check.waiting)
        parts.append(text_part(f"-# {waiting}"))
    return Card(header(gettext(FOLLOWED).format(_linked(check.feed))), *parts, private=True)


def announcement(check: Check) -> Card:
    """Lay out the articles that a check loaded, for everybody."""
    return Card(
        header(gettext(NEW_FROM).format(_linked(check.feed))), text_part(_titles(check.loaded))
    )


def feeds_card(followed: Sequence[FollowedFeed], number: int = 0) -> Card:
    """Lay out a page, from 0, of the feeds that are followed; or say there are none."""
    if not followed:
        return Notice(gettext(NONE_FOLLOWED))
    page = page_of(followed, number, FEEDS_ON_A_PAGE)
    return Card(
        header(f"{counted(len(followed), 'feed')}{page.of_pages}"),
        text_part("\n".join(map(_lines, page.items))),
        *row_below(page.turn(FeedsPage)),
        private=True,
    )


class FeedsPage(PageButton, template=r"feeds:(?P<page>\d{1,4})"):
    """Shows another page, from 0, of the feeds."""

    moderators_only = True

    def __init__(self, page: int, label: str = "Page") -> None:
        super().__init__(f"feeds:{page}", label)
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """List the feeds again."""
        service, server = service_of(interaction), server_of(interaction)
        return feeds_card(await feeds.listed(service.store, server), self.page)


def _lines(feed: FollowedFeed) -> str:
    """Write what is followed and how it goes, in a few lines of a list."""
    facts = [counted(feed.loaded, "article"), *_wishes(feed)]
    lines = [f"**{_linked(feed)}**", f"-# {' · '.join([*facts, *_times(feed)])}"]
    if feed.failure:
        lines.append(f"-# ⚠️ {_failure(feed)}")
    if feed.refused and feed.refusal:
        refused = ngettext(*REFUSED, feed.refused).format(feed.refused, _reason(feed.refusal))
        lines.append(f"-# ⚠️ {refused}")
    return "\n".join(lines)


def failure_notice(feed: FollowedFeed) -> Card:
    """Tell moderators that a feed fails, or is gone."""
    name = _name(feed)
    if feed.due_at is None:
        return Notice(gettext(STOPPED).format(name), private=False)
    return Notice(gettext(FAILING).format(name, _reason(feed.failure)), private=False)


def refusal_notice(check: Check) -> Card:
    """Tell moderators of the first pages that a feed leads to and that cannot be read."""
    last = check.refused[-1]
    title = fitted_line(last.title, ROOM_FOR_LISTED_TITLE)
    told = gettext(PAGES_REFUSED).format(_name(check.feed), title, _reason(last.why))
    return Notice(told, private=False)


def quiet_notice(feed: FollowedFeed) -> Card:
    """Tell moderators that new articles can be announced no longer."""
    return Notice(gettext(GONE_QUIET).format(feed.wishes.channel, _name(feed)), private=False)


def _name(feed: FollowedFeed) -> str:
    return fitted_line(feed_name(feed), ROOM_FOR_LISTED_TITLE)


def _linked(feed: FollowedFeed) -> str:
    return _short_link(feed_name(feed), feed.wishes.address)


def _short_link(title: str, url: str | None) -> str:
    linked = link(shortened(title, ROOM_FOR_LISTED_TITLE), url)
    return linked if cost(linked) <= ROOM_FOR_LINK else fitted_line(title, ROOM_FOR_LISTED_TITLE)


def _titles(articles: Sequence[Article]) -> str:
    """List articles' titles, the newest first."""
    return "\n".join(f"- {_short_link(a.title, a.url)}" for a in reversed(articles))


def _wishes(feed: FollowedFeed) -> Iterator[str]:
    wishes = feed.wishes
    if wishes.words:
        yield gettext(WITH_WORDS).format(fitted_line(", ".join(wishes.words), ROOM_FOR_WORDS))
    yield gettext(ANNOUNCED_IN).format(wishes.channel) if wishes.channel else gettext(QUIET)


def _times(feed: FollowedFeed) -> Iterator[str]:
    if feed.checked_at:
        yield gettext("checked {}").format(_ago(feed.checked_at))


def _failure(feed: FollowedFeed) -> str:
    if feed.due_at is None:
        return gettext("Its site has taken it down, so it is checked no more.")
    tried = ngettext(*TRIED, feed.failures).format(feed.failures, _ago(feed.due_at))
    return f"{_reason(feed.failure)} {tried}"


def _reason(sentence: str | None) -> str:
    return fitted_line(gettext_filled(sentence or ""), ROOM_FOR_REASON)


def _ago(moment: datetime) -> str:
    return f"<t:{int(moment.timestamp())}:R>"
