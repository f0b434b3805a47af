"""Sixty pairs of claims, in our own words: which contradict, and which only seem to."""

from dataclasses import replace

import pytest

from corpus.claims import Claim, Stance
from corpus.claims.claim import Spans
from corpus.contradictions import disagreements

SAYS, BELIEVES, DENIES, DOUBTS = Stance.ASSERTS, Stance.BELIEVES, Stance.DENIES, Stance.DOUBTS
UNCONFIRMED, HEDGES, ASKS = Stance.UNCONFIRMED, Stance.HEDGES, Stance.ASKS


def claim(content: str, stance: Stance = SAYS, source: str | None = "Ana Ruiz") -> Claim:
    return Claim(content, source, None, (), "said", stance, quoted=False, spans=Spans((), (), ()))


def placed(content: str, span: tuple[int, int], source: str, stance: Stance = SAYS) -> Claim:
    """Make a claim whose content stands at `span` in its passage."""
    return replace(claim(content, stance, source), spans=Spans((), (), (span,)))


CONTRADICT = [
    (
        "1,500 North Korean troops are in the Kursk region",
        "10,000 North Korean troops are in Kursk",
    ),
    (
        "at least 8,000 soldiers have reached the border",
        "no more than 2,000 soldiers have reached the border",
    ),
    ("12 people were killed in the explosion", "30 people were killed in the explosion"),
    ("twelve people died in the fire", "19 people died in the fire"),
    ("the bridge will cost $40 million", "the bridge will cost $95 million"),
    ("repairs will take three weeks", "repairs will take two months or 9 weeks"),
    ("unemployment rose to 7 percent", "unemployment rose to 4.1 percent"),
    (
        "the strike involved 600 workers at the plant",
        "some 1,400 workers at the plant joined the strike",
    ),
    ("more than 50,000 people marched in the capital", "about 9,000 people marched in the capital"),
    ("the dam released 300 tons of water", "the dam released 900 tons of water"),
    ("between 8,000 and 12,000 troops crossed the river", "3,000 troops crossed the river"),
    ("5 civilians were wounded in the shelling", "17 civilians were injured in the shelling"),
    ("the company has 2,000 employees", "the company has 3,500 employees"),
    ("the ship carried 90 passengers", "the ship carried 240 passengers"),
    ("police arrested 14 protesters at the square", "police detained 60 protesters at the square"),
    ("turnout was 61 percent in the city", "turnout was 38 percent in the city"),
    ("the museum lost 11 paintings", "the museum lost 4 paintings"),
    ("up to 100 homes were flooded", "400 homes were flooded"),
]
DENIED = [
    ("it had shelled the hospital", "the army shelled the hospital"),
    ("North Korea sent troops to Russia", "North Korea has sent troops to Russia"),
    ("the mayor took money from the builder", "the mayor took money from the builder in March"),
    ("that the ferry was overloaded", "the ferry was overloaded when it left"),
    ("the data had been copied", "hackers copied the data"),
    ("the company knew of the leak", "the company knew of the leak for years"),
    ("closing the school", "the council is closing the school"),
    ("any talks with the rebels took place", "talks with the rebels took place in May"),
    ("the referee was paid", "the referee was paid before the match"),
    ("the plant polluted the river", "the plant polluted the river"),
]
NOT_SO = [
    ("there are no North Korean troops in Kursk", "North Korean troops are fighting in Kursk"),
    ("the bridge is not safe", "the bridge is safe"),
    ("the vaccine does not cause fever", "the vaccine causes fever in children"),
    ("the hostages have not been freed", "the hostages have been freed"),
]
AGREE = [
    ("10,000 troops are in Kursk", "at least 8,000 troops are in Kursk"),
    ("about 1,500 soldiers arrived in Kursk", "1,600 soldiers arrived in Kursk"),
    ("up to 500 homes lost power", "more than 200 homes lost power"),
    ("12 people were killed in the blast", "30 people were wounded in the blast"),
    ("1,500 North Korean troops are in Kursk", "40,000 Russian troops are in Kursk"),
    ("3,000 troops are in Kursk", "5,000 troops are in Donetsk"),
    ("5 people died on Monday", "8 people died on Tuesday"),
    ("sales rose 5 percent in 2022", "sales rose 9 percent in 2023"),
    ("the bridge will cost $40 million", "the road will cost $95 million"),
    ("the club won 3 titles", "the club won 2 matches"),
    ("the plan has 4 parts", "the plan takes 6 years"),
    ("between 8,000 and 12,000 troops crossed", "some 9,000 troops crossed"),
    ("two thousand people marched in the capital", "2,000 people marched in the capital"),
    ("1.5 million people have fled", "1,500,000 people have fled"),
    ("the law passed in 1998", "the law passed in 2004"),
    ("the 1st brigade holds the town", "the 3rd brigade holds the town"),
    ("1,500 troops are stationed in Kursk", "10,000 troops were sent to train in Siberia"),
    ("the bridge is safe", "the bridge is old"),
    ("the mayor will resign", "the mayor will not run for the senate again next year"),
    ("no fewer than 20 houses burned", "25 houses burned"),
    ("not only the roof burned", "the roof burned"),
    ("the strike will last 3 days", "the strike involved 600 workers"),
]


def pairs(one: Claim, other: Claim) -> int:
    return len(disagreements([[one, other]]))


@pytest.mark.parametrize(("one", "other"), CONTRADICT + NOT_SO)
def test_statements_that_cannot_both_be_true_contradict(one: str, other: str) -> None:
    assert pairs(claim(one), claim(other, source="Lee Park")) == 1


@pytest.mark.parametrize(("denied", "held"), DENIED)
def test_a_denial_contradicts_and_stands_first(denied: str, held: str) -> None:
    denial, assertion = claim(denied, DENIES), claim(held, source="Lee Park")
    assert disagreements([[assertion, denial]]) == [(denial, assertion)]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_statements_that_may_both_be_true_do_not_contradict(one: str, other: str) -> None:
    assert pairs(claim(one), claim(other, source="Lee Park")) == 0


TROOPS = "North Korean troops are in Kursk"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(TROOPS, UNCONFIRMED), claim(TROOPS, source="Lee Park")),
        (claim(TROOPS, HEDGES), claim(TROOPS, DENIES, "Lee Park")),
        (claim(TROOPS, ASKS), claim(TROOPS, DENIES, "Lee Park")),
        (claim(TROOPS, DENIES), claim(TROOPS, DOUBTS, "Lee Park")),
        (claim(TROOPS, DENIES), claim(TROOPS, source="ana ruiz")),
        (claim(TROOPS, DENIES), claim(TROOPS, source=None)),
    ],
)
def test_only_firm_claims_of_two_named_sources_are_compared(one: Claim, other: Claim) -> None:
    assert pairs(one, other) == 0


def test_to_deny_that_something_is_not_so_agrees_with_who_says_that_it_is() -> None:
    denial = claim("the bridge is not safe", DENIES)
    assert pairs(denial, claim("the bridge is safe", source="Lee Park")) == 0


def test_he_denied_it_is_about_the_claim_just_before_in_the_same_passage() -> None:
    accused = placed("officers of using spray on families", (10, 45), "The fan club")
    earlier = placed("the match was a joke", (0, 8), "Norvik")
    denied = placed("it", (60, 62), "Police", DENIES)
    assert disagreements([[earlier, accused, denied]]) == [(denied, accused)]
    assert disagreements([[accused], [denied]]) == []


def test_who_saw_no_sign_of_them_contradicts_all_who_told_of_them_just_before() -> None:
    counted = placed("1,500 soldiers are in Kursk", (0, 30), "Dutch intelligence", BELIEVES)
    came = placed("the first came on Monday", (40, 60), "Kyiv")
    unseen = placed("it had seen no sign of them", (90, 117), "a brigade")
    found = disagreements([[counted, came, unseen]])
    assert found == [(unseen, counted), (unseen, came)]


def test_seeing_no_signs_of_these_troops_is_about_what_has_troops() -> None:
    counted = placed("at least 1,500 North Korean troops are in Kursk", (0, 50), "The Hague")
    other = placed("the harvest was good", (60, 80), "Kyiv")
    unseen = placed("seeing no signs of these troops", (300, 331), "a brigade")
    assert disagreements([[counted, other, unseen]]) == [(unseen, counted)]


def test_a_claim_within_another_does_not_contradict_it() -> None:
    outer = placed("that nobody said the plant polluted the river", (0, 45), "Ana Ruiz")
    inner = placed("the plant polluted the river", (17, 45), "the ministry")
    assert disagreements([[outer, inner]]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police", "a police spokesman"),
        ("Moscow", "Russia"),
        ("one in five", "Lee Park"),
        ("many of them", "Lee Park"),
        ("71 percent of voters", "Lee Park"),
        ("his", "Lee Park"),
    ],
)
def test_one_source_by_two_names_and_nobody_in_particular_are_not_compared(
    one: str, other: str
) -> None:
    assert pairs(claim(TROOPS, DENIES, one), claim(TROOPS, source=other)) == 0


@pytest.mark.parametrize(
    ("word", "content", "count"),
    [
        ("denied", "the plant would be closed", 1),
        ("rejected", "the plant would be closed", 0),
        ("questioned", "the plant would be closed", 0),
        ("rejected", "reports that the plant would be closed", 1),
    ],
)
def test_what_is_rejected_is_a_plan_and_no_fact_unless_it_is_a_report(
    word: str, content: str, count: int
) -> None:
    denial = replace(claim(content, DENIES), stance_words=(word,))
    assert pairs(denial, claim("the plant would be closed", source="Lee Park")) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("what the ministry knew of the leak", "the ministry did not know of the leak"),
        ("the library will not close", "the library had closed in the war"),
        ("6,000 guns were seized in the city", "352 ghost guns were seized in the city"),
        (
            "the train left at 8:15 p.m. from the depot",
            "the train left at 9:40 p.m. from the depot",
        ),
        ("no one should be jailed for begging", "people were jailed for begging"),
        ("an average of 4 percent of students are late", "7 percent of students are late"),
        ("he is leaning toward Cruz", "they were opposed to Cruz"),
    ],
)
def test_other_traps(one: str, other: str) -> None:
    assert pairs(claim(one), claim(other, source="Lee Park")) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unemployment has risen since the summer", "unemployment has fallen since the summer"),
        ("the factory would stay open", "the factory will close"),
        ("19 bodies were pulled from the river", "he had seen no bodies in the river"),
        ("they agreed on a prisoner exchange", "there was no agreement on a prisoner exchange"),
    ],
)
def test_words_of_contrary_and_of_the_same_meaning_are_known(one: str, other: str) -> None:
    assert pairs(claim(one), claim(other, source="Lee Park")) == 1
