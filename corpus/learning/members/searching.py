"""The corpora in which a group's questions are asked: its own articles, alone or among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from corpus import Claim, Corpus, find_claims
from corpus.answering.reader import Reader
from corpus.corpus import READER, Addition
from corpus.learning.members.groups import Group

OTHERS = 9
"""Groups whose articles are searched beside a group's own: silence is harder where more is near."""


class Searches:
    """Corpora of groups, in which claims are found once an article."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups

    def corpora(
        self, others: int, reader: Reader | None = READER
    ) -> Iterator[tuple[Group, Corpus]]:
        """Give each group with a corpus of its articles and those of the `others` groups after it."""
        for at, group in enumerate(self.groups):
            corpus = Corpus(reader=reader)
            together = [*self.groups, *self.groups][at : at + others + 1]
            corpus.add_all(
                Addition(article, self._claims[article.id])
                for each in together
                for article in each.articles
            )
            yield group, corpus

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        articles = (article for group in self.groups for article in group.articles)
        return {article.id: find_claims(article.text) for article in articles}
