import json

import pytest

from corpus.article import Article
from corpus.claims import claims_within, find_claims
from tests.corpus.claims.marked import find_marked, read_marked

TEXT, FINDER = read_marked(
    "{x1:“We saw smoke,”} {c1:said} {s1:Mary Lowe, a nurse}. “Then I ran.\n\n"
    "“I did not stop.”\n\n"
    "{x2:The road is open again}, {s2:the council} {c2:said}."
)
ARTICLE = Article.from_paragraphs("Smoke", TEXT.split("\n\n"))
CLAIMS = find_claims(ARTICLE.text, FINDER)


@pytest.mark.parametrize(
    ("number", "content", "source", "span_of_source"),
    [
        (0, "“We saw smoke,” … “Then I ran.", "Mary Lowe", "Mary Lowe, a nurse"),
        (1, "“I did not stop.”", "Mary Lowe", None),
        (2, "The road is open again", "the council", "the council"),
    ],
)
def test_a_paragraph_has_its_part_of_each_claim(
    number: int, content: str, source: str, span_of_source: str | None
) -> None:
    start = ARTICLE.paragraph_starts[number]
    words = ARTICLE.paragraphs[number].text
    (claim,) = claims_within(CLAIMS, ARTICLE.text, start, start + len(words))
    assert (claim.content, claim.source) == (content, source)
    assert " … ".join(words[s:e] for s, e in claim.spans.content) == content
    assert [words[s:e] for s, e in claim.spans.source] == (
        [span_of_source] if span_of_source else []
    )


def test_where_nothing_is_claimed_there_is_nothing() -> None:
    assert claims_within(CLAIMS, ARTICLE.text, 0, 0) == []


def test_a_claim_is_given_as_json_in_both_forms() -> None:
    (claim,) = find_marked("{s:Mayor Ana Ruiz} {c:told} Reuters that {x:the road was shut}.")
    spans = {"source": [[0, 14]], "cue": [[15, 19]], "content": [[33, 50]]}
    assert json.loads(json.dumps(claim.as_json())) == {
        "content": "the road was shut",
        "source": "Ana Ruiz",
        "role": "Mayor",
        "relays": ["Reuters"],
        "cue": "told",
        "stance": "asserts",
        "quoted": False,
        "spans": spans,
    }
    assert json.loads(json.dumps(claim.as_row())) == {
        **spans,
        "who": "Ana Ruiz",
        "relays": ["Reuters"],
        "stance": "asserts",
    }
