"""Which contradiction of an answer's passages is told of."""

from corpus import Article, Claim, Passage, Stance
from corpus.answering.disagreement import contradiction_in, disagreements
from corpus.answering.disagreement.pairs import MOST_COMPARED
from corpus.claims.claim import Spans

SAYS, DENIES = Stance.ASSERTS, Stance.DENIES


def claim(content: str, at: int, source: str, stance: Stance = SAYS) -> Claim:
    span = (at, at + len(content))
    return Claim(
        content, source, None, (), "said", stance, quoted=False, spans=Spans((), (), (span,))
    )


def passage(*sentences: tuple[str, str, Stance], answering: int) -> Passage:
    """Make a passage of a sentence for each claim: its source, its content and its stance."""
    text, claims, spans = "", [], []
    for source, content, stance in sentences:
        before = f"{source} said "
        claims.append(claim(content, len(text) + len(before), source, stance))
        spans.append((len(text), len(text) + len(before) + len(content) + 1))
        text += f"{before}{content}. "
    return Passage(
        article=Article.from_paragraphs("T", [text], id="t"),
        paragraph=1,
        text=text,
        score=1.0,
        confidence=1.0,
        highlights=(spans[answering],),
        terms=(),
        claims=tuple(claims),
    )


HELD = ("Ana Ruiz", "the plant polluted the river", SAYS)
DENIED = ("Lee Park", "the plant had polluted the river", DENIES)
OTHER = ("Jon Aas", "the harvest was good", SAYS)


def test_the_denial_may_stand_outside_the_answering_sentence() -> None:
    pair = contradiction_in([passage(HELD, OTHER, DENIED, answering=0)])
    assert pair
    assert [side.source for side in pair] == ["Lee Park", "Ana Ruiz"]


def test_the_two_may_stand_in_different_passages() -> None:
    pair = contradiction_in([passage(OTHER, DENIED, answering=0), passage(HELD, answering=0)])
    assert pair
    assert [side.source for side in pair] == ["Lee Park", "Ana Ruiz"]


def test_a_contradiction_beside_what_answers_is_not_told() -> None:
    assert contradiction_in([passage(OTHER, HELD, DENIED, answering=0)]) is None


def test_without_passages_or_contradiction_there_is_none() -> None:
    assert contradiction_in([]) is None
    assert contradiction_in([passage(HELD, OTHER, answering=0)]) is None


def test_of_endless_claims_the_first_are_compared() -> None:
    held, denied = claim(HELD[1], 0, "Ana Ruiz"), claim(DENIED[1], 90, "Lee Park", DENIES)
    others = [claim(f"town {n} is old", 200 + 40 * n, f"Mayor {n}") for n in range(20_000)]
    assert disagreements([[held, *others[:9], denied, *others]]) == [(denied, held)]
    assert disagreements([[held, *others[:MOST_COMPARED], denied]]) == []
