"""The tables. Every one carries the server's id, and its key begins with it.

A server's `revision` counts the changes to its articles. An article keeps the revision of its own
last change, and as its `position` the one of its first loading. Its claims are one text; see
`claim_json.py`.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Table

from corpus.library.store.column_types import (
    BIG_INTEGER,
    BOOLEAN,
    BYTES,
    DAY,
    INTEGER,
    JSON_LIST,
    JSON_OBJECT,
    MOMENT,
    TEXT,
)

metadata = MetaData()

servers = Table(
    "server",
    metadata,
    Column("id", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("revision", BIG_INTEGER, nullable=False),
    Column("settings", JSON_OBJECT, nullable=False),
    Column("left_at", MOMENT),
)

articles = Table(
    "article",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("id", TEXT, primary_key=True),
    Column("position", BIG_INTEGER, nullable=False),
    Column("revision", BIG_INTEGER, nullable=False),
    Column("title", TEXT, nullable=False),
    Column("url", TEXT),
    Column("canonical_url", TEXT),
    Column("author", TEXT),
    Column("publisher", TEXT),
    Column("published", DAY),
    Column("language", TEXT),
    Column("captions", JSON_LIST, nullable=False),
    Column("paragraphs", INTEGER, nullable=False),
    Column("signature", BYTES, nullable=False),
    Column("loaded_at", MOMENT, nullable=False),
    Column("loaded_by", BIG_INTEGER),
)


def _part_of_article(name: str, *columns: Column[object], numbered: bool) -> Table:
    """Make a table of what belongs to an article and goes with it."""
    number: list[Column[object]] = []
    if numbered:
        number.append(Column("number", INTEGER, primary_key=True))
    return Table(
        name,
        metadata,
        Column("server", BIG_INTEGER, primary_key=True, autoincrement=False),
        Column("article", TEXT, primary_key=True),
        *number,
        *columns,
        ForeignKeyConstraint(
            ["server", "article"], [articles.c.server, articles.c.id], ondelete="CASCADE"
        ),
    )


paragraphs = _part_of_article(
    "paragraph",
    Column("text", TEXT, nullable=False),
    Column("heading", TEXT),
    Column("continues_quote", BOOLEAN, nullable=False),
    numbered=True,
)

claims = _part_of_article(
    "claims",
    Column("packed", TEXT, nullable=False),
    Column("finder", TEXT),
    numbered=False,
)
"""`finder` is the version of what found them; those stored before it was kept have none."""

words = _part_of_article("words", Column("cut", BYTES, nullable=False), numbered=False)
"""What `corpus.answering.article_words` makes of an article; one stored by an older program may lack it."""

originals = _part_of_article(
    "original",
    Column("name", TEXT, nullable=False),
    Column("media_type", TEXT, nullable=False),
    Column("body", BYTES, nullable=False),
    numbered=False,
)

previous = _part_of_article(
    "previous",
    Column("version", JSON_OBJECT, nullable=False),
    Column("name", TEXT),
    Column("media_type", TEXT),
    Column("body", BYTES),
    numbered=False,
)
"""What stood there before an article's last update, with its original if that was kept."""

removed = Table(
    "removed",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("article", TEXT, primary_key=True),
    Column("title", TEXT, nullable=False),
    Column("removed_at", MOMENT, nullable=False),
    Column("packed", BYTES, nullable=False),
)
"""Articles that were removed, for as long as that can be undone; see `removing.py`."""

questions = Table(
    "question",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("id", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("channel", BIG_INTEGER, nullable=False),
    Column("asked_at", MOMENT, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("answered", BOOLEAN, nullable=False),
)

votes = Table(
    "vote",
    metadata,
    Column("server", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("question", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("voter", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("helpful", BOOLEAN, nullable=False),
    ForeignKeyConstraint(
        ["server", "question"], [questions.c.server, questions.c.id], ondelete="CASCADE"
    ),
)

audit = Table(
    "audit",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("number", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("at", MOMENT, nullable=False),
    Column("who", BIG_INTEGER, nullable=False),
    Column("act", TEXT, nullable=False),
    Column("article", TEXT, nullable=False),
)

feeds = Table(
    "feed",
    metadata,
    Column("server", ForeignKey(servers.c.id), primary_key=True),
    Column("number", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("address", TEXT, nullable=False),
    Column("title", TEXT, nullable=False),
    Column("words", JSON_LIST, nullable=False),
    Column("channel", BIG_INTEGER),
    Column("added_in", BIG_INTEGER),
    Column("added_by", BIG_INTEGER),
    Column("etag", TEXT),
    Column("last_modified", TEXT),
    Column("pause", INTEGER),
    Column("checked_at", MOMENT),
    Column("due_at", MOMENT),
    Column("failures", INTEGER, nullable=False),
    Column("failure", TEXT),
    Column("loaded", INTEGER, nullable=False),
    Column("refused", INTEGER, nullable=False),
    Column("refusal", TEXT),
    Column("holder", TEXT),
    Column("held_until", MOMENT),
)
"""Feeds that servers follow; `holder` names who is checking one, and may until `held_until`."""

feed_items = Table(
    "feed_item",
    metadata,
    Column("server", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("feed", BIG_INTEGER, primary_key=True, autoincrement=False),
    Column("key", TEXT, primary_key=True),
    Column("tries_left", INTEGER, nullable=False),
    Column("seen_at", MOMENT, nullable=False),
    ForeignKeyConstraint(["server", "feed"], [feeds.c.server, feeds.c.number], ondelete="CASCADE"),
)
"""Items of feeds that are done with (no `tries_left`), or whose page could not be read yet."""
