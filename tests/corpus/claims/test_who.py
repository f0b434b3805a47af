import pytest

from corpus.claims import find_claims
from corpus.claims.resolution import Resolution
from tests.corpus.claims.marked import find_marked


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    return [(claim.source, claim.role) for claim in find_claims(text)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        # the role before the name
        (
            "Harbour Safety Board spokesperson Ivo Kask said the quay was shut.",
            "Ivo Kask",
            "Harbour Safety Board spokesperson",
        ),
        (
            "Dutch Finance Minister Anna Smit said rates fell.",
            "Anna Smit",
            "Dutch Finance Minister",
        ),
        (
            "Norland’s foreign ministry spokesman Jan de Vries said talks went on.",
            "Jan de Vries",
            "Norland’s foreign ministry spokesman",
        ),
        ("Sen. Paula Ortiz said the vote was close.", "Paula Ortiz", "Sen."),
        ("The judge, Maria Lopez, said the case was closed.", "Maria Lopez", "judge"),
        ("The dockers' lawyer, Ana Ruiz, said they won.", "Ana Ruiz", "dockers' lawyer"),
        (
            "“Nobody,” replied Dr. Edith Stone, the chief coroner.",
            "Edith Stone",
            "the chief coroner",
        ),
        # the role after it
        (
            "Tomas Lind, a professor at Bergen’s Institute of Marine Affairs, said ice was thin.",
            "Tomas Lind",
            "a professor at Bergen’s Institute of Marine Affairs",
        ),
        ("“I ran,” said Mary Lowe, 43, a nurse from Leeds.", "Mary Lowe", "a nurse from Leeds"),
        # no name, kept as worded
        ("Unnamed officials said the sale was off.", "Unnamed officials", None),
        ("A patrol boat in the area reported seeing no lights.", "A patrol boat in the area", None),
        ("The Bank of Norland said rates would hold.", "The Bank of Norland", None),
        ("Norland’s Fisheries Ministry said stocks fell.", "Norland’s Fisheries Ministry", None),
        ("Accounts from two sailors suggest the crew slept.", "two sailors", None),
        # nobody safely
        ("She said it was over.", None, None),
        ("They said it was over.", None, None),
    ],
)
def test_a_source_is_named_in_the_words_beside_it(
    text: str, name: str | None, role: str | None
) -> None:
    assert speakers(text) == [(name, role)]


INTRODUCED = "Mayor Ana Ruiz opened the bridge in June. "


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (INTRODUCED + "Ruiz said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "Ms. Ruiz said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "The mayor said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "She said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "\n\n“It is safe,” she said.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "The ministry said it was safe.", "The ministry", None),
        (INTRODUCED + "Engineer Robin Hart watched. She said it was safe.", None, None),
        (INTRODUCED + "Engineer Leo Hart watched. She said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "Mr Leo Hart watched. She said it was safe.", "Ana Ruiz", "Mayor"),
        (INTRODUCED + "Her brother Juan Ruiz watched. Ruiz said it was safe.", "Ruiz", None),
        (INTRODUCED + "Mayor Leo Hart watched. The mayor said it was safe.", "The mayor", None),
        (
            "Leo Hart, a spokesman for the mayor, left. The mayor said it was safe.",
            "The mayor",
            None,
        ),
        ("Former mayor Leo Hart left. The mayor said it was safe.", "The mayor", None),
        (
            "The ship was sold to The Harbour Gazette. The Gazette said it was safe.",
            "The Harbour Gazette",
            None,
        ),
    ],
)
def test_a_short_form_is_resolved_only_where_it_can_mean_one(
    text: str, name: str | None, role: str | None
) -> None:
    assert speakers(text) == [(name, role)]


def test_a_pronoun_goes_on_with_the_last_speaker_if_nobody_else_was_named_since() -> None:
    text = (
        "Coach Lee Wong and striker Jo Park met in May. "
        "Wong said the team was tired. He said that rest would help."
    )
    assert speakers(text) == [("Lee Wong", "Coach"), ("Lee Wong", "Coach")]


def test_a_headline_gives_no_names() -> None:
    text = (
        "Ruiz Says Bridge Safe\n\nMayor Ana Ruiz said the bridge was safe. Safe said nothing else."
    )
    assert speakers(text)[0] == ("Ana Ruiz", "Mayor")


@pytest.mark.parametrize(
    ("marked", "resolution"),
    [
        ("{s:Mayor Ana Ruiz} {c:said} {x:it was safe}.", Resolution.FULL_NAME),
        ("{s:The mayor, Ana Ruiz}, {c:said} {x:it was safe}.", Resolution.FULL_NAME),
        (INTRODUCED + "{s:Ruiz} {c:said} {x:it was safe}.", Resolution.SHORT_NAME),
        (INTRODUCED + "{s:The mayor} {c:said} {x:it was safe}.", Resolution.OFFICE),
        (
            "The Ministry of Ports met. {s:The ministry} {c:said} {x:it was safe}.",
            Resolution.ORGANISATION,
        ),
        (INTRODUCED + "{s:She} {c:said} {x:it was safe}.", Resolution.ONLY_PERSON),
        (
            "Engineer Zoe Hart came. {s1:Mayor Ana Ruiz} {c1:said} {x1:it held}. {s2:She} {c2:said} {x2:so}.",
            Resolution.LAST_SPEAKER,
        ),
        (
            "{s1:The ministry} {c1:said} {x1:it was safe}. {s2:It} {c2:said} {x2:it would last}.",
            Resolution.LAST_SPEAKER,
        ),
        (
            "{s1:Ana Ruiz} {c1:said} {x1:{s2:she} {c2:feared} {x2:a flood}}.",
            Resolution.SPEAKER_AROUND,
        ),
        (
            "{s1:Ana Ruiz} {c1:said} {x1:it was safe}, {c2:adding} that {x2:it would last}.",
            Resolution.SOURCE_BEFORE,
        ),
        (
            "{s:Ana Ruiz} {c:said} {x:it was safe}. “It will last.”",
            Resolution.SOURCE_BEFORE,
        ),
        ("The Red Cross put the death toll at 14.", Resolution.FIGURE_PUT),
        ("{s:Unnamed officials} {c:said} {x:it was safe}.", Resolution.AS_WORDED),
        ("{s:She} {c:said} {x:it was safe}.", Resolution.UNCLEAR),
        ("{s:They} {c:said} {x:it was safe}.", Resolution.UNCLEAR),
        ("The bridge {c:is said} {x:to be safe}.", Resolution.NO_SOURCE),
    ],
)
def test_a_claim_tells_how_its_owner_was_found(marked: str, resolution: Resolution) -> None:
    last = find_marked(marked)[-1]
    assert last.resolution is resolution
    assert (last.source is None) == (resolution in (Resolution.UNCLEAR, Resolution.NO_SOURCE))
