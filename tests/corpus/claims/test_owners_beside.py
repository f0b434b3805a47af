"""Owners that do not stand in the sentence of their claim, or stand there in an unusual form."""

import pytest

from corpus.claims import find_claims
from tests.corpus.claims.marked import find_marked


def owners(text: str) -> dict[str, str | None]:
    return {claim.content: claim.source for claim in find_claims(text)}


@pytest.mark.parametrize(
    ("text", "content", "owner"),
    [
        # a line that announces a quotation
        (
            "In her report, auditor Leona Pratt wrote:\n\n“The books were never balanced.”",
            "“The books were never balanced.”",
            "Leona Pratt",
        ),
        # a quotation that runs on to the paragraph in which its speaker is named
        (
            "“The tide was high.\n\n“Nobody looked,” said Nils Brandt, the keeper.",
            "“The tide was high. … “Nobody looked,”",
            "Nils Brandt",
        ),
        # who, which
        (
            "The lock is shut, said Ida Lorne, who added that the gate was bent.",
            "that the gate was bent",
            "Ida Lorne",
        ),
        # capitals make a name of a function word
        ("According to the WHO, the water was safe.", "the water was safe", "the WHO"),
        # a transcript
        (
            "Ruiz: We were never asked about the pier.\n\nWhy not?\n\nRuiz: Nobody knew the number.",
            "Nobody knew the number.",
            "Ruiz",
        ),
        # a signature
        (
            "“The sea gives it all back.”\n\n— Ana Ruiz, poet",
            "“The sea gives it all back.”",
            "Ana Ruiz",
        ),
        # the first of two verbs
        (
            "A patrol in the valley reported seeing no tracks in the snow and doubted the map.",
            "seeing no tracks in the snow",
            "A patrol in the valley",
        ),
    ],
)
def test_the_owner_is_found_where_it_stands(text: str, content: str, owner: str) -> None:
    assert owners(text).get(content) == owner


@pytest.mark.parametrize(
    ("source", "owner", "role"),
    [
        ("New Mexico Attorney General Mara Holt", "Mara Holt", "New Mexico Attorney General"),
        (
            "A lawyer representing Oak Tower, Elio Hart,",
            "Elio Hart",
            "lawyer representing Oak Tower",
        ),
        ("Hall of Fame trainer Bo Lee", "Bo Lee", "Hall of Fame trainer"),
        ("Maria “Mimi” Castell", "Maria “Mimi” Castell", None),
        ("Robert (Bob) Lorne", "Robert (Bob) Lorne", None),
        ("Brig. Ana Lee", "Ana Lee", "Brig."),
        ("WHO spokeswoman Ida Lorne", "Ida Lorne", "WHO spokeswoman"),
        ("A preliminary report by the fire service", "the fire service", None),
    ],
)
def test_names_and_offices_of_several_words(source: str, owner: str, role: str | None) -> None:
    (claim,) = find_marked(f"{{s:{source}}} {{c:said}} {{x:the suit was weak}}.")
    assert (claim.source, claim.role) == (owner, role)


@pytest.mark.parametrize(
    "text",
    [
        "{s:The court} {c:heard} {x:that the pair burned the ledgers}.",
        "{s:Jurors} {c:were told} {x:that the pair burned the ledgers}.",
    ],
)
def test_who_only_heard_it_owns_nothing(text: str) -> None:
    (claim,) = find_marked(text)
    assert claim.source is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("{s:The judge} {c:told} {x:jurors not to read about the case}.", "demands"),
        ("{s:The judge} {c:told} {x:jurors that up to nine days remained}.", "asserts"),
        ("{s:His lawyers} {c:called} {x:the charge absurd}.", "denies"),
        ("{s:His lawyers} {c:called} {x:the charge serious}.", "asserts"),
        (
            "{s:The firm} {c:did not respond to questions} {x:about the leak}.",
            "declines to comment",
        ),
        ("{s:The mayor} {c:said} {x:it was too early to comment}.", "declines to comment"),
        ("“{x:I know},” {c:shrugged} {s:the stationmaster}.", ""),
        ("{s:The minister} {c:rubbished} {x:claims that the dam leaked}.", "denies"),
        ("{s:Forty percent of those} {c:asked said} {x:they would move}.", "asserts"),
        ("{s:The board} {c:approved} {x:a budget}.", ""),
    ],
)
def test_stances_that_the_content_or_the_whole_cue_decides(text: str, stance: str) -> None:
    (claim,) = find_marked(text)
    assert claim.stance == stance


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "{s1:Kelda Foods} {c1:said} {x1:sales rose}. {s2:The company} {c2:expects} {x2:a good year}.",
            "Kelda Foods",
        ),
        (
            "{s1:The Harbour Gazette} {c1:said} {x1:the lock was shut}. {s2:The paper} {c2:said} {x2:it leaked}.",
            "The Harbour Gazette",
        ),
        # two firms spoke: nobody knows which is meant
        (
            (
                "{s1:Kelda Foods} {c1:said} {x1:sales rose}, {s2:Mirfield Motors} {c2:said} {x2:they fell}. "
                "{s3:The company} {c3:expects} {x3:a good year}."
            ),
            "The company",
        ),
        # a person and a ministry are no company
        (
            "{s1:Ana Ruiz, the mayor,} {c1:said} {x1:sales rose}. {s2:The company} {c2:expects} {x2:a good year}.",
            "The company",
        ),
    ],
)
def test_a_firm_or_a_paper_is_called_again_by_its_kind(text: str, owner: str) -> None:
    assert find_marked(text)[-1].source == owner
