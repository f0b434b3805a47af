import pytest

from corpus.claims import find_claims


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
