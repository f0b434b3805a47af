"""Lay the claims that people are shown beside the annotated ones, and count what is right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.answering.answer import Passage
from corpus.article import Article
from corpus.claims import Claim, claims_within, find_claims
from corpus.stance import Stance
from tests.benchmarks.owners.articles import (
    NOBODY,
    AnnotatedArticle,
    AnnotatedClaim,
    AnnotatedParagraph,
    Relay,
)
from tests.benchmarks.owners.matching import likeness, likest, partners
from tests.benchmarks.owners.names import is_same

COST_OF_A_WRONG_PERSON = 2
"""In right owners: naming nobody is better than naming the wrong one."""

WORDS_OF_A_TITLE = 5
"""Words at most between a description and the name it is of: "the minister, Rear Admiral Ada Lind"."""

ROWS = (
    ("claims found", "found", "claims"),
    ("owner right", "owner", "claims"),
    ("owner right, by pronoun", "owner by pronoun", "by pronoun"),
    ("wrong person", "wrong", "claims"),
    ("relays, precision", "relays right", "relays shown"),
    ("relays, recall", "relays right", "relays"),
    ("stance, of those found that do not assert", "stance", "not asserted"),
    ("acts shown as what somebody asserts", "acts shown", "acts"),
    ("net", "net", "claims"),
)
"""What is measured: its name, what is counted, and among what."""


class Verdict(StrEnum):
    """How the owner that is shown stands to the annotated one.

    MISSING is also the right one under less than a name: "the minister" left as it stands, "The
    harbour master" of "The harbour master, Owen Pell", or "Lumen" of Lumen Air.
    """

    RIGHT = "right"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass
class Score:
    """Counts, and a line for each miss."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts and the misses of another score."""
        self.counts.update(other.counts)
        self.misses += other.misses

    def lines(self) -> Iterator[str]:
        """Write the table: what is measured, how many of how many, and that in per cent."""
        net = self.counts["owner"] - COST_OF_A_WRONG_PERSON * self.counts["wrong"]
        counts = {**self.counts, "net": net}
        for name, part, whole in ROWS:
            some, of = counts.get(part, 0), counts.get(whole, 0)
            yield f"{name:<42} {some:>4} of {of:>4} {f'{some / of:.1%}' if of else '–':>7}"
        yield f"{'shown with an owner, annotated nowhere':<42} {self.counts['elsewhere']:>4}"


def score_article(annotated: AnnotatedArticle) -> Score:
    """Find the claims of an article and score those that would be shown for its paragraphs."""
    article = Article.from_paragraphs(annotated.title, [p.text for p in annotated.paragraphs])
    claims = find_claims(article.text)
    score = Score()
    for number, paragraph in enumerate(annotated.paragraphs, start=1):
        of_one = score_paragraph(paragraph, _shown(article, number, claims))
        of_one.misses = [f"{annotated.name} ¶ {number}: {miss}" for miss in of_one.misses]
        score.add(of_one)
    return score


def _shown(article: Article, number: int, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that a card shows where the whole of a paragraph answers."""
    text, start = article.paragraphs[number - 1].text, article.paragraph_starts[number - 1]
    whole = (0, len(text))
    passage = Passage(
        article=article,
        paragraph=number,
        text=text,
        score=1.0,
        confidence=1.0,
        highlights=(whole,),
        terms=(),
        claims=tuple(claims_within(claims, article.text, start, start + len(text))),
    )
    return passage.claims_in(whole)


def score_paragraph(paragraph: AnnotatedParagraph, shown: Sequence[Claim]) -> Score:
    """Score the claims shown for a paragraph, whose spans are offsets into its text."""
    score = Score()
    chosen = partners(paragraph.text, paragraph.claims, shown)
    for claim, partner in zip(paragraph.claims, chosen, strict=True):
        _score_claim(score, paragraph.text, claim, None if partner is None else shown[partner])
    for number, other in enumerate(shown):
        if number not in chosen and other.source:
            _score_leftover(score, paragraph, other)
    _score_acts(score, paragraph, shown)
    return score


def _score_claim(score: Score, text: str, claim: AnnotatedClaim, shown: Claim | None) -> None:
    if shown is None and claim.optional:
        return
    counts, said = score.counts, _said(text, claim)
    counts["claims"] += 1
    counts["by pronoun"] += claim.pointing is not None
    counts["relays"] += sum(not relay.optional for relay in claim.relays)
    if shown is None:
        score.misses.append(f"not found: {said!r} of {claim.owners[0]!r}")
        return
    counts["found"] += 1
    _score_owner(score, text, claim, shown.source)
    _score_relays(score, said, claim.relays, shown.relays)
    if claim.stance not in (None, Stance.ASSERTS):
        counts["not asserted"] += 1
        counts["stance"] += shown.stance is claim.stance
        if shown.stance is not claim.stance:
            score.misses.append(f"stance: {said!r} {claim.stance} as {shown.stance}")


def _said(text: str, claim: AnnotatedClaim) -> str:
    """Return the first words of a claim, by which it is found again."""
    return text[slice(*claim.readings[0][0])][:60]


def _score_owner(score: Score, text: str, claim: AnnotatedClaim, found: str | None) -> None:
    verdict = judge_owner(text, claim, found)
    if verdict is Verdict.RIGHT:
        score.counts["owner"] += 1
        score.counts["owner by pronoun"] += claim.pointing is not None
        return
    score.counts["wrong"] += verdict is Verdict.WRONG
    score.misses.append(
        f"{verdict} owner: {_said(text, claim)!r} of {claim.owners[0]!r} as {found!r}"
    )


def judge_owner(text: str, claim: AnnotatedClaim, found: str | None) -> Verdict:
    """Judge the owner with which a claim is shown that stands in the paragraph `text`."""
    if found is None:
        return Verdict.RIGHT if NOBODY in claim.owners else Verdict.MISSING
    if any(is_same(found, name) for name in claim.owners):
        return Verdict.RIGHT
    named = any(
        name.startswith(f"{found} ") or _is_beside(text, found, name) for name in claim.owners
    )
    as_it_stands = claim.pointing is not None and found.lower() == claim.pointing.lower()
    return Verdict.MISSING if named or as_it_stands else Verdict.WRONG


def _is_beside(text: str, found: str, name: str) -> bool:
    """Tell whether the paragraph has, say, "The harbour master, Captain Owen Pell" of `name`."""
    pattern = rf"{re.escape(found)}, (?:[\w.’'-]+ ){{,{WORDS_OF_A_TITLE}}}{re.escape(name)}"
    return re.search(pattern, text) is not None


def _score_relays(
    score: Score, said: str, annotated: Sequence[Relay], found: Sequence[str]
) -> None:
    required = [relay for relay in annotated if not relay.optional]
    told = [name for name in found if not any(r.optional and r.is_named(name) for r in annotated)]
    right = sum(any(relay.is_named(name) for name in told) for relay in required)
    score.counts.update({"relays shown": len(told), "relays right": right})
    if not right == len(told) == len(required):
        via = [relay.names[0] for relay in required]
        score.misses.append(f"relays: {said!r} via {via} as {list(found)}")


def _score_leftover(score: Score, paragraph: AnnotatedParagraph, shown: Claim) -> None:
    """Score a claim with an owner that is shown beside those which answer the annotated ones.

    Where its words are annotated, it names a wrong person unless its owner made or relays one of
    the claims with these words.
    """
    same = [claim for claim in paragraph.claims if likest(paragraph.text, claim, shown)]
    named = str(shown.source)
    if not same:
        score.counts["elsewhere"] += 1
        score.misses.append(f"annotated nowhere: {shown.content[:60]!r} as {named!r}")
    elif not any(
        judge_owner(paragraph.text, claim, named) is not Verdict.WRONG
        or any(relay.is_named(named) for relay in claim.relays)
        for claim in same
    ):
        score.counts["wrong"] += 1
        score.misses.append(f"wrong owner: {shown.content[:60]!r} also as {named!r}")


def _score_acts(score: Score, paragraph: AnnotatedParagraph, shown: Sequence[Claim]) -> None:
    """Count the acts that are shown as what somebody asserts."""
    text = paragraph.text
    asserted = [claim for claim in shown if claim.source and claim.stance is Stance.ASSERTS]
    score.counts["acts"] += len(paragraph.acts)
    for act in paragraph.acts:
        for claim in asserted:
            alike = likeness(text, act, claim)
            # A claim that shares words with an act may still be an annotated one.
            if alike and alike > max((likest(text, c, claim) for c in paragraph.claims), default=0):
                score.counts["acts shown"] += 1
                score.misses.append(f"an act: {claim.content[:60]!r} as {claim.source!r}")
                break
