from corpus import Article, Corpus, find_claims
from corpus.answering.answer import Passage
from corpus.claims.finder import Finder
from tests.corpus.claims.marked import read_marked

TEXT, FINDER = read_marked(
    "{s1:The minister, Ana Ruiz}, {c1:said} that "
    "{x1:{s2:the coast guard} {c2:believes} {x2:nine boats are missing}}. "
    "{s3:The harbor master} {c3:denied} {x3:it}."
)


def passage(text: str = TEXT, finder: Finder = FINDER) -> Passage:
    corpus = Corpus()
    corpus.add(Article.from_paragraphs("T", [text], id="t"), find_claims(text, finder))
    return corpus.ask("nine boats missing").passages[0]


def test_a_claim_that_only_passes_on_another_gives_way_to_it() -> None:
    sentence = (0, TEXT.index(" The harbor"))
    [claim] = passage().claims_in(sentence)
    assert (claim.source, claim.relays) == ("the coast guard", ("Ana Ruiz",))
    assert {claim.source for claim in passage().claims} >= {"Ana Ruiz", "the coast guard"}


def test_a_claim_of_somebody_unnamed_gives_way_to_who_passed_it_on() -> None:
    text, finder = read_marked(
        "{s1:The envoy, Paul Ekberg}, {c1:warned} that "
        "{x1:{s2:they} {c2:fear} {x2:nine boats are missing}}."
    )
    shown = passage(text, finder)
    assert None in {claim.source for claim in shown.claims}
    assert [claim.source for claim in shown.claims_in((0, len(text)))] == ["Paul Ekberg"]


def test_claims_of_other_sentences_are_not_this_ones() -> None:
    start = TEXT.index("The harbor")
    assert {claim.source for claim in passage().claims_in((start, len(TEXT)))} <= {
        "The harbor master"
    }
