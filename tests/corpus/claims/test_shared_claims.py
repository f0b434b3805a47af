from pathlib import Path

import pytest

from corpus.claims import Stance, find_claims

ARTICLE = Path(__file__).parents[4] / "shared" / "articles" / "north-korean-troops-kursk.txt"


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is not beside this checkout")
def test_every_claim_of_the_shared_article_has_its_owner_relay_and_stance() -> None:
    claims = find_claims(ARTICLE.read_bytes().decode())
    assert [(claim.source, claim.relays, claim.stance) for claim in claims] == [
        ("The United States", (), Stance.HEDGES),
        ("the U.S.", (), Stance.ASSERTS),
        ("John Kirby", (), Stance.HEDGES),
        ("Volodymyr Zelensky", (), Stance.HEDGES),
        ("Volodymyr Zelensky", (), Stance.ASSERTS),
        ("Volodymyr Zelensky", (), Stance.DEMANDS),
        ("Tetiana Hranchak", (), Stance.ASSERTS),
        ("Tetiana Hranchak", (), Stance.ASSERTS),
        ("South Korean intelligence", ("Bloomberg",), Stance.HEDGES),
        ("the U.S.", (), Stance.UNCONFIRMED),
        ("unnamed officials", ("The Wall Street Journal",), Stance.HEDGES),
        ("Ruben Brekelmans", (), Stance.ASSERTS),
        ("his country’s intelligence", ("Ruben Brekelmans",), Stance.BELIEVES),
        ("Ukraine’s defense intelligence", (), Stance.ASSERTS),
        ("an air assault brigade in the area", (), Stance.ASSERTS),
        ("an air assault brigade in the area", (), Stance.DOUBTS),
        ("Vladimir Putin", (), Stance.UNDENIED),
        ("Vladimir Putin", (), Stance.ASSERTS),
        ("North Korea’s Foreign Ministry", (), Stance.ASSERTS),
        ("North Korea’s Foreign Ministry", (), Stance.UNCONFIRMED),
    ]
