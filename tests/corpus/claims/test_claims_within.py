import json

import pytest
from tests.corpus.claims.rules import find_claims

from corpus.article import Article
from corpus.claims import claims_within

PARAGRAPHS = (
    "“We saw smoke,” said Mary Lowe, a nurse. “Then I ran.",
    "“I did not stop.”",
    "The road is open again, the council said.",
)
ARTICLE = Article.from_paragraphs("Smoke", PARAGRAPHS)


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
    words = PARAGRAPHS[number]
    (claim,) = claims_within(find_claims(ARTICLE.text), ARTICLE.text, start, start + len(words))
    assert (claim.content, claim.source) == (content, source)
    assert " … ".join(words[s:e] for s, e in claim.spans.content) == content
    assert [words[s:e] for s, e in claim.spans.source] == (
        [span_of_source] if span_of_source else []
    )


def test_where_nothing_is_claimed_there_is_nothing() -> None:
    assert claims_within(find_claims(ARTICLE.text), ARTICLE.text, 0, 0) == []


def test_a_claim_is_given_as_json_in_both_forms() -> None:
    text = "Mayor Ana Ruiz told Reuters that the road was shut."
    (claim,) = find_claims(text)
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
