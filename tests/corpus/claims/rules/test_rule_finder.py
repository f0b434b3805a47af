import pytest

from corpus.claims.claim import words_at
from corpus.claims.paragraphs import paragraph_spans
from tests.corpus.claims.rules import RuleFinder, find_claims


def attributions(text: str) -> list[tuple[str, str, str]]:
    found = RuleFinder().find(text, paragraph_spans(text))
    return [
        (words_at(text, a.source), words_at(text, a.cue), words_at(text, a.content)) for a in found
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # said after, before and between
        (
            "“The well is dry,” said Ana Ruiz, a farmer from Lorca.",
            "Ana Ruiz, a farmer from Lorca",
            "said",
            "“The well is dry,”",
        ),
        ("“The well is dry,” Ruiz said on Monday.", "Ruiz", "said", "“The well is dry,”"),
        ("Ruiz said: “The well is dry.”", "Ruiz", "said", "“The well is dry.”"),
        (
            "“This,” she told the crowd, “is not the end.”",
            "she",
            "told",
            "“This,” … “is not the end.”",
        ),
        (
            'The plan is "a joke", says Lib Dem MP Rosa Pike.',
            "Lib Dem MP Rosa Pike",
            "says",
            'The plan is "a joke"',
        ),
        (
            "'It was a shambles,' said the goalkeeper, Tom O'Hara, after the match.",
            "the goalkeeper, Tom O'Hara",
            "said",
            "'It was a shambles,'",
        ),
        ("“Is it safe?” Bell asked.", "Bell", "asked", "“Is it safe?”"),
        # reported speech
        (
            "The mayor said the bridge would reopen on Monday.",
            "The mayor",
            "said",
            "the bridge would reopen on Monday",
        ),
        (
            "Researchers found that the vaccine protects infants.",
            "Researchers",
            "found",
            "the vaccine protects infants",
        ),
        (
            "Dr. Amira Khan, who led the study, cautioned that the sample was small.",
            "Dr. Amira Khan, who led the study",
            "cautioned",
            "the sample was small",
        ),
        (
            "The nurses' union said on Friday that pay had fallen since the '90s.",
            "The nurses' union",
            "said",
            "pay had fallen since the '90s",
        ),
        (
            "The coach admitted “the defence was asleep” in the first half.",
            "The coach",
            "admitted",
            "“the defence was asleep” in the first half",
        ),
        (
            "The utility voiced fears that the dam could burst.",
            "The utility",
            "voiced fears",
            "the dam could burst",
        ),
        (
            "The agency believes at least 40 boats were lost.",
            "The agency",
            "believes",
            "at least 40 boats were lost",
        ),
        ("The council denied any wrongdoing.", "The council", "denied", "any wrongdoing"),
        (
            "A night patrol reported seeing no lights.",
            "A night patrol",
            "reported",
            "seeing no lights",
        ),
        (
            "Nokia Corp. has not confirmed whether the plant will close.",
            "Nokia Corp.",
            "has not confirmed",
            "whether the plant will close",
        ),
        (
            "The club's owner declined to comment on the fee.",
            "The club's owner",
            "declined",
            "to comment on the fee",
        ),
        (
            "The central bank has not ruled out raising rates.",
            "The central bank",
            "has not ruled out",
            "raising rates",
        ),
        # according to, and asides
        (
            "According to the harbour office, 40 boats were damaged.",
            "the harbour office",
            "According to",
            "40 boats were damaged",
        ),
        (
            "Forty boats were damaged, according to the harbour office.",
            "the harbour office",
            "according to",
            "Forty boats were damaged",
        ),
        (
            "Farmers, the minister said, would be paid by June.",
            "the minister",
            "said",
            "Farmers … would be paid by June",
        ),
        (
            "As the auditor noted, the books were never balanced.",
            "the auditor",
            "noted",
            "the books were never balanced",
        ),
        (
            "A spokesman, who asked not to be named, told the station that nobody knew.",
            "A spokesman, who asked not to be named",
            "told",
            "nobody knew",
        ),
        (
            "While the ministry has not confirmed the deal, its staff packed.",
            "the ministry",
            "has not confirmed",
            "the deal",
        ),
        (
            "Norland reported that ships had left port, raising fears of a blockade.",
            "Norland",
            "reported",
            "ships had left port",
        ),
    ],
)
def test_one_attribution_has_its_source_cue_and_content(
    text: str, source: str, cue: str, content: str
) -> None:
    assert attributions(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police said two men were held, and the council denied any part in it.",
            [
                ("Police", "said", "two men were held"),
                ("the council", "denied", "any part in it"),
            ],
        ),
        (
            "The firm promised to repair the wells, while residents doubt it will.",
            [
                ("The firm", "promised", "to repair the wells"),
                ("residents", "doubt", "it will"),
            ],
        ),
        (
            "The ministry maintained that the ship was safe but has not confirmed its cargo.",
            [
                ("The ministry", "maintained", "the ship was safe"),
                ("", "has not confirmed", "its cargo"),
            ],
        ),
        (
            "Ruiz noted, “It rained,” adding that the roof held.",
            [("Ruiz", "noted", "“It rained,”"), ("", "adding", "the roof held")],
        ),
        (
            "Lee said on radio that her firm's auditor believes the sum is wrong.",
            [
                ("Lee", "said", "her firm's auditor believes the sum is wrong"),
                ("her firm's auditor", "believes", "the sum is wrong"),
            ],
        ),
        (
            "Doctors found that the drug works, the journal Cell reported.",
            [
                ("Doctors", "found", "the drug works"),
                ("the journal Cell", "reported", "Doctors found that the drug works"),
            ],
        ),
    ],
)
def test_several_attributions_of_a_sentence_do_not_run_into_each_other(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert attributions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report is on the table.",
        "Reported deaths fell last year.",
        "The claim was filed in March.",
        "I think the fare is too high.",
        "He added sugar to the tea.",
        "The firm is expected to sell its boats.",
        "She wants to say goodbye.",
        "The talks were announced by nobody.",
        "The pilots refused to leave the aircraft.",
        "There said nothing.",
        "Said.",
    ],
)
def test_what_attributes_nothing_is_left_alone(text: str) -> None:
    assert find_claims(text) == []
