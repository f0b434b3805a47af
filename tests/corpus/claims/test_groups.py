"""Which firm, body or group "it", "the regulator" and a short form mean."""

import pytest

from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        # what stands beside a name
        (
            "The importer, Jolly Cove, sells kites. {s:The importer} {c:said} {x:they were safe}.",
            "Jolly Cove",
        ),
        (
            "Budget carrier Orba Air flies north. {s:The carrier} {c:said} {x:it was late}.",
            "Orba Air",
        ),
        # a firm by its first word, in an article that has named it
        ("Orba Air flies north. {s:Orba} {c:said} {x:it was late}.", "Orba Air"),
        # a body whose name has the noun
        (
            "The Geological Survey of Norland met. {s:The survey} {c:said} {x:the hill moved}.",
            "The Geological Survey of Norland",
        ),
        # a body by its kind, the only one that spoke
        (
            "{s1:The Harbour Safety Board} {c1:said} {x1:it was shut}. {s2:The regulator} {c2:wants} {x2:a plan}.",
            "The Harbour Safety Board",
        ),
        # "it" is what the sentence before is about
        (
            "The Geological Survey of Norland raised its alert. {s:It} {c:expects} {x:a quake}.",
            "The Geological Survey of Norland",
        ),
        # two that begin alike: nobody knows
        ("Orba Air and Orba Rail merged. {s:Orba} {c:said} {x:it was late}.", "Orba"),
        # a person is no "it"
        ("Ana Ruiz came. {s:It} {c:said} {x:the hill moved}.", None),
    ],
)
def test_a_body_is_told_by_what_the_article_says_of_it(marked: str, owner: str | None) -> None:
    assert find_marked(marked)[-1].source == owner


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        ("{s:One diver, Ola Brandt, 44, of Norby,} {c:said} {x:it sank}.", "Ola Brandt"),
        (
            "{s:The board’s chairwoman, Prof. Ilse Maar of Ghent,} {c:said} {x:it sank}.",
            "Ilse Maar",
        ),
        ("{s:Her son, the novelist Bo Lee,} {c:said} {x:it sank}.", "Bo Lee"),
        ("{s:The skipper}, Owen Pell, {c:said} {x:it sank}.", "Owen Pell"),
        # namesakes: a surname is whoever had it until then
        (
            "Earl Dunn drove. {s:Dunn} {c:said} {x:it sank}. His wife, Joan Dunn, came.",
            "Earl Dunn",
        ),
    ],
)
def test_a_description_is_named_by_the_name_beside_it(marked: str, owner: str) -> None:
    assert find_marked(marked)[0].source == owner
