import pytest

from tests.corpus.claims.marked import find_marked


def sources_and_contents(marked: str) -> list[tuple[str | None, str]]:
    return [(claim.source, claim.content) for claim in find_marked(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s1:Ruiz} {c1:voiced fears} that {x1:it would flood}, {c2:stressing}, {x2:“The wall is old,”} and {c3:calling for} {x3:help}.",
            [
                ("Ruiz", "it would flood"),
                ("Ruiz", "“The wall is old,”"),
                ("Ruiz", "help"),
            ],
        ),
        (
            "{x:“We lost power,”} {s:Ruiz} {c:said}. “Nobody came. Nobody called.” The lights are back.",
            [("Ruiz", "“We lost power,” … “Nobody came. Nobody called.”")],
        ),
        (
            "{s:Ruiz} {c:said} {x:the wall was old}. “It will fall.”",
            [("Ruiz", "the wall was old"), ("Ruiz", "“It will fall.”")],
        ),
        (
            "{s:Ruiz} {c:denied} {x:the charge}.\n\n“I was at home.”",
            [("Ruiz", "the charge"), ("Ruiz", "“I was at home.”")],
        ),
        (
            "{x:“We saw smoke,”} {s:Ruiz} {c:said}. “Then I ran.\n\n“I did not stop.”",
            [("Ruiz", "“We saw smoke,” … “Then I ran. … “I did not stop.”")],
        ),
        (
            "{x:“We saw smoke,”} {s:Ruiz} {c:said}.\n\n“I did not stop.”",
            [("Ruiz", "“We saw smoke,”"), ("Ruiz", "“I did not stop.”")],
        ),
        (
            "{s:Ruiz} {c:said} {x:the wall was old}. The rain went on. “It will fall.”",
            [("Ruiz", "the wall was old")],
        ),
        ("“It will fall.” Nobody heard it.", []),
    ],
)
def test_a_claim_without_a_source_takes_the_one_before_only_where_it_goes_on(
    marked: str, expected: list[tuple[str | None, str]]
) -> None:
    assert sources_and_contents(marked) == expected


def test_a_quotation_of_its_own_after_a_denial_is_asserted() -> None:
    denied, said = find_marked("{s:Ruiz} {c:denied} {x:the charge}. “I was at home.”")
    assert (denied.stance.value, said.stance.value) == ("denies", "asserts")
    assert (denied.quoted, said.quoted) == (False, True)
    assert said.cue == ""


def test_a_quotation_that_the_finder_took_already_is_not_added_again() -> None:
    [claim] = find_marked("{x:“We lost power,”} {s:Ruiz} {c:said}. {x:“Nobody came.”}")
    assert claim.content == "“We lost power,” … “Nobody came.”"
