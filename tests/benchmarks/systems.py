"""The search engines compared: each built from documents, given as terms, then asked for the best.

All score by BM25 with k1 1.5 and b 0.75, or by what they have nearest to it.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Protocol

import bm25s
import numpy as np
import tantivy
from rank_bm25 import BM25Plus

from corpus.index import Index, NumberedTerms
from tests.benchmarks.made_up import Document

ARTICLE = 20
"""Paragraphs in an article."""


class System(Protocol):
    """A search engine that holds documents, numbered from 0."""

    def __init__(self, documents: list[Document]) -> None: ...
    def top(self, query: Document, limit: int) -> list[int]:
        """Return the numbers of the best documents, best first."""


class Updatable(System, Protocol):
    """A search engine that takes and loses articles without being built anew."""

    def add(self, name: int, article: list[Document]) -> None: ...
    def remove(self, name: int) -> None: ...


class Ours:
    def __init__(self, documents: list[Document]) -> None:
        self.index = Index()
        starts = range(0, len(documents), ARTICLE)
        articles = {str(at): NumberedTerms.of(documents[at : at + ARTICLE]) for at in starts}
        self.index.add_all(articles)

    def add(self, name: int, article: list[Document]) -> None:
        self.index.add(str(name), article)

    def remove(self, name: int) -> None:
        self.index.remove(str(name))

    def top(self, query: Document, limit: int) -> list[int]:
        return [int(m.article_id) + m.position for m in self.index.top(query, limit)]


class RankBm25:
    def __init__(self, documents: list[Document]) -> None:
        self.bm25 = BM25Plus(documents)

    def top(self, query: Document, limit: int) -> list[int]:
        scores = self.bm25.get_scores(query)
        best: list[int] = np.argsort(-scores, kind="stable")[:limit].tolist()
        return best


class Bm25sNumpy:
    backend = "numpy"

    def __init__(self, documents: list[Document]) -> None:
        self.bm25 = bm25s.BM25(method="bm25+", backend=self.backend)
        self.bm25.index(documents, show_progress=False)

    def top(self, query: Document, limit: int) -> list[int]:
        found = self.bm25.retrieve([query], k=limit, show_progress=False, return_as="documents")
        return [int(number) for number in found[0]]


class Bm25sNumba(Bm25sNumpy):
    backend = "numba"


class Tantivy:
    def __init__(self, documents: list[Document]) -> None:
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        fields.add_integer_field("name", stored=True, indexed=True)
        fields.add_integer_field("number", stored=True)
        self.index = tantivy.Index(fields.build())
        self.writer = self.index.writer(200_000_000, 1)
        for at in range(0, len(documents), ARTICLE):
            self._write(at, documents[at : at + ARTICLE])
        self._commit()
        self.searcher = self.index.searcher()

    def _write(self, name: int, article: list[Document]) -> None:
        for number, document in enumerate(article, start=name):
            text = " ".join(document)
            self.writer.add_document(tantivy.Document(text=text, name=name, number=number))

    def _commit(self) -> None:
        self.writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def add(self, name: int, article: list[Document]) -> None:
        self._write(name, article)
        self._commit()

    def remove(self, name: int) -> None:
        self.writer.delete_documents_by_term("name", name)
        self._commit()

    def top(self, query: Document, limit: int) -> list[int]:
        parsed = self.index.parse_query(" ".join(query), ["text"])
        found = self.searcher.search(parsed, limit, count=False).hits
        return [int(self.searcher.doc(at)["number"][0]) for _, at in found]


class SqliteFts5:
    def __init__(self, documents: list[Document]) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = sqlite3.connect(Path(self.folder.name) / "fts5.db")
        self.database.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text)")
        self.add(0, documents)

    def add(self, name: int, article: list[Document]) -> None:
        rows = ((number, " ".join(document)) for number, document in enumerate(article, name))
        with self.database:
            self.database.executemany("INSERT INTO paragraph (rowid, text) VALUES (?, ?)", rows)

    def remove(self, name: int) -> None:
        with self.database:
            self.database.execute(
                "DELETE FROM paragraph WHERE rowid BETWEEN ? AND ?", (name, name + ARTICLE - 1)
            )

    def top(self, query: Document, limit: int) -> list[int]:
        found = self.database.execute(
            "SELECT rowid FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(query), limit),
        )
        return [number for (number,) in found]


SYSTEMS: dict[str, type[System]] = {
    "ours": Ours,
    "rank-bm25": RankBm25,
    "bm25s, NumPy": Bm25sNumpy,
    "bm25s, numba": Bm25sNumba,
    "tantivy": Tantivy,
    "SQLite FTS5": SqliteFts5,
}
