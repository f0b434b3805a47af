from tests.corpus.claims.rules import find_claims

from corpus import Article, Corpus
from corpus.answering.answer import Passage

TEXT = (
    "The minister, Ana Ruiz, said that the coast guard believes nine boats are missing. "
    "The harbor master denied it."
)


def passage(text: str = TEXT) -> Passage:
    corpus = Corpus()
    corpus.add(Article.from_paragraphs("T", [text], id="t"), find_claims(text))
    return corpus.ask("nine boats missing").passages[0]


def test_a_claim_that_only_passes_on_another_gives_way_to_it() -> None:
    sentence = (0, TEXT.index(" The harbor"))
    [claim] = passage().claims_in(sentence)
    assert (claim.source, claim.relays) == ("the coast guard", ("Ana Ruiz",))
    assert {claim.source for claim in passage().claims} >= {"Ana Ruiz", "the coast guard"}


def test_a_claim_of_somebody_unnamed_gives_way_to_who_passed_it_on() -> None:
    text = "The envoy, Paul Ekberg, warned that they fear nine boats are missing."
    shown = passage(text)
    assert None in {claim.source for claim in shown.claims}
    assert [claim.source for claim in shown.claims_in((0, len(text)))] == ["Paul Ekberg"]


def test_claims_of_other_sentences_are_not_this_ones() -> None:
    start = TEXT.index("The harbor")
    assert {claim.source for claim in passage().claims_in((start, len(TEXT)))} <= {
        "The harbor master"
    }
