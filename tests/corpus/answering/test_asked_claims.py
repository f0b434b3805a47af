import pytest

from corpus.answering.asked_claims import read_asked_claims
from corpus.claims import Claim, Stance
from corpus.claims.claim import Spans


def claim(content: str, source: str | None, stance: Stance = Stance.ASSERTS) -> Claim:
    return Claim(content, source, None, (), "said", stance, quoted=False, spans=Spans((), (), ()))


PUTIN = claim("the troops are volunteers", "Vladimir Putin")
DUTCH = claim("1,500 troops are in Kursk", "Dutch intelligence", Stance.BELIEVES)
MOSCOW = claim("it sent troops", "Moscow", Stance.DENIES)
NOBODY = claim("it rained in Kursk", None)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What did Putin say about Kursk?", PUTIN),
        ("what does vladimir putin claim", PUTIN),
        ("How many troops are there, according to the Dutch?", DUTCH),
        ("According to Moscow, were troops sent?", MOSCOW),
        ("Who denies it?", MOSCOW),
        ("Who believes that there are troops?", DUTCH),
        ("Did it rain in Kursk?", NOBODY),
        ("What does Putin think about the troops?", PUTIN),
        ("what was putin's reaction", PUTIN),
        ("Putin's view of the troops?", PUTIN),
        ("what is the position of Putin on this?", PUTIN),
        ("what did Putin call it", PUTIN),
        ("where does putin stand on this", PUTIN),
        ("what are the Dutch saying", DUTCH),
        ("according to the dutch how many troops are there", DUTCH),
        ("What does the Kremlin say?", MOSCOW),
        ("what does Russia say", MOSCOW),
    ],
)
def test_the_claim_that_was_asked_for_comes_first(question: str, first: Claim) -> None:
    assert read_asked_claims(question).ordered([NOBODY, DUTCH, MOSCOW, PUTIN])[0] == first


@pytest.mark.parametrize(
    ("question", "stances"),
    [
        ("who disagreed?", {Stance.DENIES, Stance.DOUBTS}),
        ("and does anyone disagree with her", {Stance.DENIES, Stance.DOUBTS}),
        ("was there any disagreement", {Stance.DENIES, Stance.DOUBTS}),
        ("who says otherwise", {Stance.DENIES, Stance.DOUBTS}),
        ("who doubts it", {Stance.DOUBTS}),
        ("are there doubts", {Stance.DOUBTS}),
        ("did anybody dispute the toll", {Stance.DENIES}),
        ("what stands opposite the church", set()),
    ],
)
def test_a_stance_is_asked_for_of_anybody(question: str, stances: set[Stance]) -> None:
    asked = read_asked_claims(question)
    assert asked.stances == stances
    assert not asked.source


@pytest.mark.parametrize("question", ["", "How many troops?", "said", "according to", "say " * 999])
def test_a_question_about_things_wants_no_source(question: str) -> None:
    asked = read_asked_claims(question)
    assert not asked.is_about_claims
    assert not asked.is_wanted(PUTIN)


@pytest.mark.parametrize(
    ("asked", "is_wanted"),
    [
        ("What does North Korea say?", True),
        ("What does South Korea say?", False),
        ("What does the North Korean Foreign Ministry say?", True),
        ("What does the ministry say?", True),
        ("What does the defence ministry say?", False),
    ],
)
def test_a_source_is_called_by_all_words_that_were_asked(asked: str, *, is_wanted: bool) -> None:
    ministry = claim("there is no deployment", "North Korea's Foreign Ministry")
    assert read_asked_claims(asked).is_wanted(ministry) == is_wanted
