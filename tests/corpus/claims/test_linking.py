from collections.abc import Sequence

import pytest
from tests.corpus.claims.rules import find_claims

import corpus.claims
from corpus.article import Span
from corpus.claims.finder import Attribution


def sources_and_contents(text: str) -> list[tuple[str | None, str]]:
    return [(claim.source, claim.content) for claim in find_claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruiz voiced fears that it would flood, stressing, “The wall is old,” and calling for help.",
            [
                ("Ruiz", "it would flood"),
                ("Ruiz", "“The wall is old,”"),
                ("Ruiz", "help"),
            ],
        ),
        (
            "“We lost power,” Ruiz said. “Nobody came. Nobody called.” The lights are back.",
            [("Ruiz", "“We lost power,” … “Nobody came. Nobody called.”")],
        ),
        (
            "Ruiz said the wall was old. “It will fall.”",
            [("Ruiz", "the wall was old"), ("Ruiz", "“It will fall.”")],
        ),
        (
            "Ruiz denied the charge.\n\n“I was at home.”",
            [("Ruiz", "the charge"), ("Ruiz", "“I was at home.”")],
        ),
        (
            "“We saw smoke,” Ruiz said. “Then I ran.\n\n“I did not stop.”",
            [("Ruiz", "“We saw smoke,” … “Then I ran. … “I did not stop.”")],
        ),
        (
            "Ruiz said the wall was old. The rain went on. “It will fall.”",
            [("Ruiz", "the wall was old")],
        ),
        ("“It will fall.” Nobody heard it.", []),
    ],
)
def test_a_claim_without_a_source_takes_the_one_before_only_where_it_goes_on(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert sources_and_contents(text) == expected


def test_a_quotation_of_its_own_after_a_denial_is_asserted() -> None:
    denied, said = find_claims("Ruiz denied the charge. “I was at home.”")
    assert (denied.stance.value, said.stance.value) == ("denies", "asserts")
    assert (denied.quoted, said.quoted) == (False, True)
    assert said.cue == ""


class BothQuotations:
    """A finder that sees for itself that a quotation goes on after its speaker."""

    def find(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:  # noqa: ARG002
        cue = text.index("said")
        first, second = text.index("“We"), text.index("“Nobody")
        return [
            Attribution(
                source=((cue - 5, cue - 1),),
                cue=((cue, cue + 4),),
                content=((first, cue - 6), (second, len(text))),
            )
        ]


def test_a_quotation_that_the_finder_took_already_is_not_added_again() -> None:
    [claim] = corpus.claims.find_claims(
        "“We lost power,” Ruiz said. “Nobody came.”", BothQuotations()
    )
    assert claim.content == "“We lost power,” … “Nobody came.”"
