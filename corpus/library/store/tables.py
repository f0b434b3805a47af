"""The tables. Every one carries the server's id, and its key begins with it.

A server's `revision` counts the changes to its articles. An article keeps the revision of its own
last change, and as its `position` the one of its first loading. Its claims are one text; see
`claim_json.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets time zones, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Add the time zone, UTC, in which the moment was written."""
        return value and value.replace(tzinfo=UTC)


metadata = MetaData()

servers = Table(
    "server",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("revision", BigInteger, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("left_at", UtcDateTime),
)

articles = Table(
    "article",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("author", Text),
    Column("publisher", Text),
    Column("published", Date),
    Column("language", Text),
    Column("captions", JSON, nullable=False),
    Column("paragraphs", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("loaded_by", BigInteger),
)


def _part_of_article(name: str, *columns: Column[object], numbered: bool) -> Table:
    """Make a table of what belongs to an article and goes with it."""
    number = [Column("number", Integer, primary_key=True)] if numbered else []
    return Table(
        name,
        metadata,
        Column("server", BigInteger, primary_key=True, autoincrement=False),
        Column("article", Text, primary_key=True),
        *number,
        *columns,
        ForeignKeyConstraint(
            ["server", "article"], [articles.c.server, articles.c.id], ondelete="CASCADE"
        ),
    )


paragraphs = _part_of_article(
    "paragraph",
    Column("text", Text, nullable=False),
    Column("heading", Text),
    Column("continues_quote", Boolean, nullable=False),
    numbered=True,
)

claims = _part_of_article(
    "claims",
    Column("packed", Text, nullable=False),
    Column("finder", Text),
    numbered=False,
)
"""`finder` is the version of what found them; those stored before it was kept have none."""

words = _part_of_article("words", Column("cut", LargeBinary, nullable=False), numbered=False)
"""What `corpus.answering.article_words` makes of an article; one stored by an older program may lack it."""

originals = _part_of_article(
    "original",
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    numbered=False,
)

previous = _part_of_article(
    "previous",
    Column("version", JSON, nullable=False),
    Column("name", Text),
    Column("media_type", Text),
    Column("body", LargeBinary),
    numbered=False,
)
"""What stood there before an article's last update, with its original if that was kept."""

questions = Table(
    "question",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel", BigInteger, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("text", Text, nullable=False),
    Column("answered", Boolean, nullable=False),
)

votes = Table(
    "vote",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("question", BigInteger, primary_key=True, autoincrement=False),
    Column("voter", BigInteger, primary_key=True, autoincrement=False),
    Column("helpful", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["server", "question"], [questions.c.server, questions.c.id], ondelete="CASCADE"
    ),
)

audit = Table(
    "audit",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", BigInteger, nullable=False),
    Column("act", Text, nullable=False),
    Column("article", Text, nullable=False),
)

feeds = Table(
    "feed",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("address", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", JSON, nullable=False),
    Column("channel", BigInteger),
    Column("added_in", BigInteger),
    Column("added_by", BigInteger),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("pause", Integer),
    Column("checked_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("failures", Integer, nullable=False),
    Column("failure", Text),
    Column("loaded", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("refusal", Text),
    Column("holder", Text),
    Column("held_until", UtcDateTime),
)
"""Feeds that servers follow; `holder` names who is checking one, and may until `held_until`."""

feed_items = Table(
    "feed_item",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("feed", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),
    Column("tries_left", Integer, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["server", "feed"], [feeds.c.server, feeds.c.number], ondelete="CASCADE"),
)
"""Items of feeds that are done with (no `tries_left`), or whose page could not be read yet."""
