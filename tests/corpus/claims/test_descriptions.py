"""Whom "the striker" means: the one with a name who spoke or was spoken of; else the words stay."""

import pytest

from tests.corpus.claims.marked import find_marked

GOAL = "Nina Falk scored twice for Denmark. {s1:Falk} {c1:said} {x1:she was glad}. "
THEFT = "{s1:Colin Marsh} {c1:said} {x1:his car was gone}. "


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        (GOAL + "{s2:The striker} {c2:said} {x2:it was cold}.", "Nina Falk"),
        (GOAL + "{s2:The Dane} {c2:said} {x2:it was cold}.", "Nina Falk"),
        (GOAL + "{s2:The 24-year-old} {c2:said} {x2:it was cold}.", "Nina Falk"),
        (THEFT + "{s2:The farmer} {c2:said} {x2:it was old}.", "Colin Marsh"),
        # what may be somebody else's part in the matter, or no person at all
        (GOAL + "{s2:The referee} {c2:said} {x2:it was cold}.", "The referee"),
        (GOAL + "{s2:The president} {c2:said} {x2:it was cold}.", "The president"),
        (GOAL + "{s2:The retailer} {c2:said} {x2:it was cold}.", "The retailer"),
        (GOAL + "{s2:The Guardian} {c2:said} {x2:it was cold}.", "The Guardian"),
        (GOAL + "{s2:The crowd} {c2:said} {x2:it was cold}.", "The crowd"),
        # somebody without a name is so called already
        (THEFT + "A farmer saw it. {s2:The farmer} {c2:said} {x2:it was old}.", "The farmer"),
        # of a man's words a woman is no speaker
        (THEFT + "{s2:The actress} {c2:said} {x2:it was old}.", "The actress"),
        # somebody of another office is another
        (
            "{s1:Mayor Ana Ruiz} {c1:said} {x1:it was big}. {s2:The architect} {c2:said} {x2:it was cheap}.",
            "The architect",
        ),
        # nobody is named near by
        ("It rained. {s2:The striker} {c2:said} {x2:it was cold}.", "The striker"),
    ],
)
def test_a_description_names_the_one_whom_it_means(marked: str, owner: str) -> None:
    assert find_marked(marked)[-1].source == owner


def test_the_lawyer_without_a_name_is_not_the_one_with_a_name() -> None:
    claims = find_marked(
        "Her lawyer, Ada Pell, came. {s1:Vik’s first lawyer} {c1:said} {x1:it was over}. "
        "{s2:The lawyer} {c2:said} {x2:it had been a joke}."
    )
    assert [claim.source for claim in claims] == ["Vik’s first lawyer", "Vik’s first lawyer"]


@pytest.mark.parametrize(
    ("marked", "owner", "role"),
    [
        (
            "Norland’s ports minister, Bo Lee, came. {s:The minister} {c:said} {x:it was over}.",
            "Bo Lee",
            "ports minister",
        ),
        (
            "Its deputy director, Ida Hauge, came. {s:Hauge} {c:said} {x:it was over}.",
            "Ida Hauge",
            "deputy director",
        ),
        # a trade that is capital since it opens the sentence
        ("Hurdler Nina Falk came. {s:Falk} {c:said} {x:it was over}.", "Nina Falk", "Hurdler"),
        # of two ministers the one who has been named
        (
            (
                "Ports Minister Bo Lee came. {s:The minister} {c:said} {x:it was over}. "
                "The health minister, Ida Hauge, left."
            ),
            "Bo Lee",
            "Ports Minister",
        ),
    ],
)
def test_a_role_before_a_comma_is_the_name_s(marked: str, owner: str, role: str) -> None:
    claim = find_marked(marked)[-1]
    assert (claim.source, claim.role) == (owner, role)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("{s1:Lee} {c1:told} the Gull Gazette {x1:it burned}. {s2:The paper} {c2:said} {x2:so}.", "Gull Gazette"),
        ("{s1:Lee} {c1:said} {x1:it burned}. {s2:The paper} {c2:said} {x2:so}.", "The paper"),
    ],
)  # fmt: skip
def test_the_paper_is_the_one_named_before(text: str, owner: str) -> None:
    assert find_marked(text)[-1].source == owner
