"""Ask a case's question as a member would, and write the whole answer as lines."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.discord.asking.card import contradiction
from bot.wording import OWN_VOICE
from corpus import Article, Claim, Corpus, claims, read
from corpus.answering.answer import Passage
from corpus.article import Span
from corpus.claims.claim import words_at
from corpus.corpus import Addition
from corpus.library import Library
from corpus.library.store import Store
from tests.golden.recorded import Case

FOLDER = Path(__file__).parent / "articles"
SAMPLES = Path(claims.__file__).parents[1] / "samples"


def answer_to(case: Case) -> list[str]:
    """Return the lines that the case's answer has now."""
    kind, _, rest = case.asked.partition(" ")
    if kind == "?":
        return list(_answer(case, rest))
    if kind == "claims":
        return list(_claims(article(rest.removeprefix("of "))))
    return list(_loaded(rest, case.articles))


@cache
def article(name: str) -> Article:
    """Read one of our articles, or one of the samples that ship with the bot; its name is its id."""
    own = FOLDER / f"{name}.md"
    return replace(read(own if own.exists() else SAMPLES / f"{name}.md"), id=name)


@cache
def corpus_of(names: tuple[str, ...]) -> Corpus:
    """Make articles searchable, each one's claims found once however many corpora it is in."""
    corpus = Corpus()
    corpus.add_all(Addition(article(name), claims_of(name)) for name in names)
    return corpus


@cache
def claims_of(name: str) -> list[Claim]:
    """Find an article's claims."""
    return claims.find_claims(article(name).text)


def _answer(case: Case, question: str) -> Iterator[str]:
    answer = corpus_of(case.articles).ask(question, within=case.only or None)
    if not answer.answered:
        yield "not answered; nearest:" if answer.nearest else "nothing found"
    yield from contradiction(answer).splitlines()
    for passage in answer.passages or filter(None, [answer.nearest]):
        yield from _passage(passage)
    if answer.more:
        yield f"more: {', '.join(f'{p.article.id} ¶ {p.paragraph}' for p in answer.more)}"


def _passage(passage: Passage) -> Iterator[str]:
    """Write where a passage stands, its sentences that answer, and under each whose claim it is."""
    yield f"{passage.article.id} ¶ {passage.paragraph} · confidence {passage.confidence:.2f}"
    shown: set[Claim] = set()
    for span in passage.highlights:
        yield f"> {_marked(passage.text, span, passage.answer)}"
        under = passage.claims_in(span)
        if not under:
            yield f"— {OWN_VOICE}"
        yield from (f"— {_written(claim, passage.text)}" for claim in under)
        shown.update(under)
    others = [claim for claim in passage.claims if claim not in shown]
    yield from (f"beside: {_written(claim, passage.text)}" for claim in others)


def _marked(text: str, span: Span, answer: Span | None) -> str:
    """Return a sentence with the words that answer in double brackets."""
    start, end = span
    if not answer or not start <= answer[0] < answer[1] <= end:
        return text[start:end]
    first, last = answer
    return f"{text[start:first]}[[{text[first:last]}]]{text[last:end]}"


def _written(claim: Claim, text: str) -> str:
    """Write a claim: "probably Kirby, spokesman · via Reuters · asserts (said) · content"."""
    caution = "" if claim.is_sure else "probably "
    role = f", {claim.role}" if claim.role else ""
    parts = [
        f"{caution}{claim.source or _in_its_words(claim, text)}{role}",
        *(f"via {relay}" for relay in claim.relays),
        f"{claim.stance} ({claim.cue})" if claim.stance else f"({claim.cue})",
        *(said for said in (claim.when, claim.where) if said),
        claim.content.replace("\n", " "),
    ]
    return " · ".join(parts)


def _in_its_words(claim: Claim, text: str) -> str:
    """Return the words of a source that has no name, "he", or say that there are none."""
    words = words_at(text, claim.spans.source)
    return f"“{words}”" if words else "nobody named"


def _claims(asked: Article) -> Iterator[str]:
    ends = [
        start + len(p.text)
        for start, p in zip(asked.paragraph_starts, asked.paragraphs, strict=True)
    ]
    for claim in claims_of(asked.id):
        paragraph = sum(end <= claim.spans.content[0][0] for end in ends) + 1
        yield f"¶ {paragraph} {_written(claim, asked.text)}"


def _loaded(name: str, there: tuple[str, ...]) -> Iterator[str]:
    """Load an article where others are already, into a library of its own."""
    outcome, known = asyncio.run(_load(article(name), [article(each) for each in there]))
    yield f"{outcome} {known}"


async def _load(new: Article, there: list[Article]) -> tuple[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"sqlite:///{folder}/library.db")
        try:
            library = Library(store)
            for known in there:
                await library.add(0, known, claims=())
            saved = await library.add(0, new, claims=())
        finally:
            await store.close()
    return saved.outcome, saved.article.id
