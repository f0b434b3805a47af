"""Find the claims and the articles that are about a topic."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from corpus.claims import Claim
from corpus.index import Index
from corpus.indexed_article import IndexedArticle
from corpus.languages.english.words import words
from corpus.topics.placed import PlacedClaim
from corpus.topics.topic import Topic, read_topic

POINTS = frozenset(["it", "its", "they", "them", "their", "this", "these", "those"])
"""Words by which a claim may speak of what its paragraph has named: "it will hold"."""

Paragraphs = Mapping[tuple[str, int], set[int]]
"""By article's id and paragraph's number, from 1, which words of the topic stand there."""


def claims_about(
    index: Index,
    articles: Mapping[str, IndexedArticle],
    about: str,
    within: Collection[str] | None = None,
) -> list[PlacedClaim]:
    """Find the claims about some words, in the order of the articles; all claims for no words.

    The claim or its source has one of the words at least, and the others stand there too, in its
    paragraph or in the title. A claim without any of them counts where it points at what its
    paragraph names. `within` restricts the search to the articles with these ids.
    """
    topic = read_topic(about, index.idfs)
    there = _paragraphs(index, articles, topic, within)
    return [
        placed
        for article_id, each in articles.items()
        if within is None or article_id in within
        for placed in _claims_of(each, topic, there)
    ]


def articles_about(
    index: Index,
    articles: Mapping[str, IndexedArticle],
    about: str,
    within: Collection[str] | None = None,
) -> list[str]:
    """Find the articles, by id and in their order, about some words; all articles for no words.

    The words stand in the title, or those that do not in one paragraph.
    """
    topic = read_topic(about, index.idfs)
    best: defaultdict[str, list[set[int]]] = defaultdict(list)
    for (article_id, _), found in _paragraphs(index, articles, topic, within).items():
        best[article_id].append(found)
    return [
        article_id
        for article_id, each in articles.items()
        if (within is None or article_id in within)
        and _has_all(topic, topic.named_in_name(each.article.title), best[article_id])
    ]


def _has_all(topic: Topic, in_title: set[int], in_paragraphs: list[set[int]]) -> bool:
    return any(len(in_title | found) == topic.size for found in (set(), *in_paragraphs))


def _paragraphs(
    index: Index,
    articles: Mapping[str, IndexedArticle],
    topic: Topic,
    within: Collection[str] | None,
) -> Paragraphs:
    """Look up in which paragraphs words of the topic stand."""
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for term, number in topic.numbers.items():
        for match in index.top([term], index.corpus_size, within=within):
            unit = articles[match.article_id].units[match.position]
            found[match.article_id, unit.paragraph].add(number)
    return found


def _claims_of(each: IndexedArticle, topic: Topic, there: Paragraphs) -> Iterator[PlacedClaim]:
    article, starts = each.article, each.article.paragraph_starts
    in_title = topic.named_in_name(article.title) if topic.size else set()
    for claim in each.all_claims():
        paragraph = _paragraph_of(claim, starts)
        around = there.get((article.id, paragraph), set())
        if _is_about(claim, topic, around, in_title):
            yield PlacedClaim(claim, article, paragraph)


def _is_about(claim: Claim, topic: Topic, around: set[int], in_title: set[int]) -> bool:
    named: set[int] = set()
    for name in filter(None, (claim.source, claim.role, *claim.relays)):
        named |= topic.named_in_name(name)
    if len(named) == topic.size:
        return True
    if not named and not around:
        return False
    if len(named | around | in_title) < topic.size:
        return False
    return bool(named or topic.named_in(claim.content) or _points(claim.content))


def _points(content: str) -> bool:
    return any(word.form_in(content) in POINTS for word in words(content))


def _paragraph_of(claim: Claim, starts: Sequence[int]) -> int:
    """Return the number of the paragraph in which a claim's content begins."""
    start = claim.spans.content[0][0] if claim.spans.content else 0
    return max(bisect_right(starts, start), 1)
