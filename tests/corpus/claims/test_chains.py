"""Who is behind a report, and through whom it came: the owner is whoever said it first."""

import pytest

from corpus.answering.answer import Passage
from corpus.article import Article
from corpus.claims import find_claims
from tests.corpus.claims.marked import find_marked

OWNERS = [
    # whoever reports is the relay of whom they name
    (
        "Harbour chief Olga Stein said the crane would be mended by June, according to the Gull Gazette.",
        ("Olga Stein", ("Gull Gazette",)),
    ),
    (
        "The crane would be mended by June, Olga Stein said, according to the Gull Gazette.",
        ("Olga Stein", ("Gull Gazette",)),
    ),
    (
        "“The crane will be mended by June,” Olga Stein told reporters on Monday, Reuters reported.",
        ("Olga Stein", ("Reuters",)),
    ),
    ("“The crane will be mended,” Stein said, per the Gazette.", ("Stein", ("Gazette",))),
    (
        "Reuters reported that Olga Stein said the crane would be mended by June.",
        ("Olga Stein", ("Reuters",)),
    ),
    (
        "The BBC reported on Friday that the ministry had warned of a shortage.",
        ("the ministry", ("The BBC",)),
    ),
    (
        "The mayor's office said Stein had told the council that the crane was unsafe.",
        ("Stein", ("The mayor's office",)),
    ),
    # quoted
    (
        "The Gull Gazette quoted Olga Stein as saying that the crane would be mended by June.",
        ("Olga Stein", ("The Gull Gazette",)),
    ),
    (
        "The town had fallen, state television quoted the general as saying.",
        ("the general", ("state television",)),
    ),
    (
        "“We saw no one,” the guard was quoted as saying by the Daily Mirror.",
        ("the guard", ("the Daily Mirror",)),
    ),
    (
        "Stein was quoted by Interfax as saying that the crane was unsafe.",
        ("Stein", ("Interfax",)),
    ),
    ("The agency quoted Stein: “The crane is unsafe.”", ("Stein", ("The agency",))),
    # citing
    (
        "The Gull Gazette, citing two pilots, said the crane was unsafe.",
        ("two pilots", ("The Gull Gazette",)),
    ),
    (
        "Police were looking for a red car, the Evening Mail reported, citing witnesses.",
        ("witnesses", ("the Evening Mail",)),
    ),
    (
        "Citing a prisoner, activist Lea Moor said on Twitter that guards had beaten two men.",
        ("a prisoner", ("Lea Moor", "Twitter")),
    ),
    # where it was said or written
    ("“It is unsafe,” Stein said in an interview with Radio Vesk.", ("Stein", ("Radio Vesk",))),
    ("“It is unsafe,” Stein said on Fox News on Sunday.", ("Stein", ("Fox News",))),
    ("“It is unsafe,” Stein wrote on Telegram.", ("Stein", ("Telegram",))),
    ("“It is unsafe,” Stein said in a post on X.", ("Stein", ("X",))),
    ("Stein wrote in The Critic that the crane was unsafe.", ("Stein", ("The Critic",))),
    ("In a statement to the Gazette, Stein said the crane was unsafe.", ("Stein", ("Gazette",))),
]


def shown(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Return owner and relays of each claim that a card would show of a one-paragraph article."""
    article = Article.from_paragraphs("T", [text])
    claims = tuple(find_claims(article.text))
    passage = Passage(article, 1, text, 0.0, 0.0, (), (), claims)
    return [(claim.source, claim.relays) for claim in passage.claims_in((0, len(text)))]


@pytest.mark.parametrize(("text", "expected"), OWNERS)
def test_the_owner_is_who_said_it_and_who_reports_it_is_the_relay(
    text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in shown(text)
    reporters = set(expected[1])
    assert not [owner for owner, _ in shown(text) if owner in reporters]


@pytest.mark.parametrize(
    "text",
    [
        "{s:The council}, citing high costs, {c:said} {x:the pool would close}.",
        "{s:Ana Ruiz}, citing the weather, {c:said} {x:the ferry was cancelled}.",
    ],
)
def test_a_reason_that_is_cited_owns_nothing(text: str) -> None:
    (claim,) = find_marked(text)
    assert claim.source in ("The council", "Ana Ruiz")
    assert claim.relays == ()
