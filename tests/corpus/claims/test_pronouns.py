"""Whom "he" and "she" mean: small texts with the owner that is expected, None where nobody is safe."""

from __future__ import annotations

import pytest

from corpus.claims import find_claims
from tests.corpus.claims.marked import find_marked, read_marked

BOND = "Treasurer Colin Marsh explained the loss. "
DAM = "Engineer Clara Voss built the dam. "


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        # who asks in an opening clause is not who answers
        (
            BOND + "Asked by Governor Paul Reid where it went, {s:he} {c:said} {x:it was spent}.",
            "Colin Marsh",
        ),
        (
            BOND + "Warned by Governor Paul Reid of a trial, {s:he} {c:said} {x:it was spent}.",
            "Colin Marsh",
        ),
        (
            BOND + "After being grilled by Governor Paul Reid, {s:he} {c:said} {x:it was spent}.",
            "Colin Marsh",
        ),
        (
            BOND + "When Governor Paul Reid questioned him, {s:he} {c:said} {x:it was spent}.",
            "Colin Marsh",
        ),
        (
            BOND + "As Governor Paul Reid thanked him, {s:he} {c:said} {x:it was spent}.",
            "Colin Marsh",
        ),
        (DAM + "When Judge Maria Lowe stopped her, {s:she} {c:said} {x:it held}.", "Clara Voss"),
        (
            "When Judge Maria Lowe asked Clara Voss about it, {s:she} {c:said} {x:it held}.",
            "Clara Voss",
        ),
        # the only one who fits, and nobody who does not
        (DAM + "{s:She} {c:said} {x:it held}.", "Clara Voss"),
        (DAM + "{s:He} {c:said} {x:it held}.", None),
        (DAM + "Deputy Mark Hall came. {s:She} {c:said} {x:it held}.", "Clara Voss"),
        # who is named in what is said does not say it
        (DAM + "{x:“Karen Holt was late,”} {s:she} {c:said}.", "Clara Voss"),
        ("{x:“Karen Holt was late,”} {s:she} {c:said}.", None),
        # who spoke last goes on, over a paragraph too
        (
            "{s1:Engineer Clara Voss} {c1:said} {x1:Karen Holt had been told}.\n\n{x2:“I wrote,”} {s2:she} {c2:added}.",
            "Clara Voss",
        ),
        (
            "{s1:Clara Voss} {c1:told} Karen Holt {x1:it held}. {s2:She} {c2:said} {x2:it was new}.",
            "Clara Voss",
        ),
        (
            "{s1:A spokeswoman for the port} {c1:said} {x1:it held}. {s2:She} {c2:added} {x2:it was new}.",
            "A spokeswoman for the port",
        ),
        # "her" as an object is not who is the subject
        (
            DAM + "Karen Holt lent her 300 crowns, {x:a sum} {s:she} {c:called} {x:a bribe}.",
            "Clara Voss",
        ),
        # who is only spoken of by the one who spoke last does not go on
        (
            "Mrs. Karen Holt runs the dam. Holt built it. {x1:“Holt must go,”} {s1:engineer Toby Voss} {c1:said}. {s:She} {c:said} {x:it leaks}.",
            None,
        ),
        # nobody goes on about somebody nameless of an earlier paragraph
        (
            "Clara Voss was born here. {s1:Her headmistress} {c1:said} {x1:it held}.\n\nIn May {s:she} {c:said} {x:it leaks}.",
            None,
        ),
        # two who fit alike: nobody
        ("Clara Voss and Karen Holt came. {s:She} {c:said} {x:it held}.", None),
        # an organisation or a place is no "he"
        ("The Harbour Board met in Norland. {s:He} {c:said} {x:it held}.", None),
        # only after the pronoun does the text tell who it is
        (
            "{x1:“It was rotten,”} {s1:she} {c1:said}.\n\n{x2:“We knew,”} {c2:said} {s2:Leona Pratt}.",
            "Leona Pratt",
        ),
        # namesakes are told apart by how they are addressed
        (
            "Clara Voss and her brother Peter Voss came. Mrs. Voss spoke. {s:She} {c:said} {x:it held}.",
            "Clara Voss",
        ),
        # an initial is part of a name
        ("Ruth A. Holm, a lawyer, came. {s:She} {c:said} {x:it held}.", "Ruth A. Holm"),
    ],
)
def test_a_pronoun_means_whom_a_reader_takes_it_for(marked: str, owner: str | None) -> None:
    text, finder = read_marked(marked)
    claims = find_claims(text, finder)
    owners = [
        claim.source
        for claim in claims
        if claim.spans.source and text[slice(*claim.spans.source[0])].lower() in ("he", "she")
    ]
    assert owners == [owner]


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:Engineer Clara Voss} {c1:said} {x1:it held}. {c:According to} {s:her}, {x:it was new}.",
        "{s1:Engineer Clara Voss} {c1:said} {x1:it held}. In {s:her} {c:opinion} {x:it was new}.",
    ],
)
def test_an_object_or_a_possessive_stands_for_a_speaker_too(marked: str) -> None:
    assert find_marked(marked)[-1].source == "Clara Voss"


def test_where_two_could_be_meant_and_neither_is_likely_nobody_is_named() -> None:
    two = "Clara Voss came with Karen Holt. Voss spoke of Holt. {s:She} {c:said} {x:it held}."
    assert find_marked(two)[0].source is None
    assert find_marked(DAM + "{s:She} {c:said} {x:it held}.")[0].source is not None
