"""The same article is recognised, and another is not."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.library.duplicates import (
    NEARLY_EQUAL,
    SKETCH,
    WORDS,
    canonical_url,
    most_similar,
    signature,
)


def paragraphs(text: str) -> list[str]:
    return text.strip().split("\n\n")


FERRY = paragraphs("""
The ferry between Norrhamn and the outer islands will sail again from Monday, eleven weeks after
a fire in its engine room, the operator said on Thursday.

Inspectors cleared the vessel after a day of trials in strong wind, according to Mira Holm, who
heads the harbour office.

“We tested every pump twice and found no fault,” Holm told reporters on the quay.

Islanders have depended on two fishing boats and a helicopter since the fire, and the only
grocer on Lillskär said that fresh milk had become a luxury.

The regional council paid for the helicopter, at about 40,000 euros a week, and has not said
whether it will ask the operator to pay the money back.

A report on the cause of the fire is expected in the autumn.""")

SAME_EVENT = paragraphs("""
After almost three months without a boat of their own, people on the islands off Norrhamn can
book passages again: the repaired ferry returns to service next week.

It passed its sea trials on Wednesday. “Every pump was tested twice,” the head of the harbour
office, Mira Holm, said at a press conference.

For Anton Berg, who keeps the shop on Lillskär, it ends a costly spring. He had flour and diesel
flown in, and lost some money on each kilogram.

Who pays for the helicopter flights is still open. The council has spent nearly half a million
euros on them so far, and the operator's insurer denies that it has to refund anything.

Investigators hope to explain the fire by October.""")

BOILERPLATE = paragraphs("""
This report is published every morning at eight and covers the twenty-four hours before. Figures
come from the harbour office and may be revised later.

Wind speeds are measured at the outer lighthouse, ten metres above the sea. Readers who notice
an error are asked to write to the duty officer.""")


def article(*paragraphs: str) -> Article:
    return Article.from_paragraphs("Ferry returns", paragraphs)


def similarity(one: bytes, other: bytes) -> float:
    found = most_similar(one, [other])
    assert found
    return found[1]


def likeness(a: list[str], b: list[str]) -> float:
    return similarity(signature(article(*a)), signature(article(*b)))


def corrected(article_paragraphs: list[str]) -> list[str]:
    changes = {"eleven": "twelve", "40,000": "45,000", "autumn": "winter", "Thursday": "Friday"}
    text = "\n\n".join(article_paragraphs)
    for old, new in changes.items():
        text = text.replace(old, new)
    return paragraphs(text)


@pytest.mark.parametrize(
    "version",
    [
        FERRY,
        [*FERRY, "The first departure is at 6.15 on Monday morning, and tickets are on sale now."],
        ["Correction: an earlier version misstated the day of the trials.", *FERRY],
        corrected(FERRY),
        FERRY[:2] + FERRY[3:],
        [" ".join(FERRY)],
        [p.upper() for p in FERRY],
        [p.replace("“", '"').replace("”", '"').replace(" ", "\u00a0 ") for p in FERRY],
        list(reversed(FERRY)),
    ],
    ids=[
        "unchanged",
        "paragraph added",
        "correction added",
        "words corrected",
        "paragraph removed",
        "paragraphs joined",
        "capitals",
        "other quotation marks and spaces",
        "reordered",
    ],
)
def test_a_version_of_an_article_is_the_same_article(version: list[str]) -> None:
    assert likeness(FERRY, version) >= NEARLY_EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, SAME_EVENT),
        (BOILERPLATE + FERRY[:2], BOILERPLATE + SAME_EVENT[:2]),
        (FERRY[:3], FERRY[3:]),
        (FERRY, []),
        ([], []),
        (["Ceasefire agreed."], ["Ceasefire broken."]),
        (["Yes."], ["No."]),
        (["***"], ["---"]),
    ],
    ids=[
        "same event, another writer",
        "two instalments with the same boilerplate",
        "two halves",
        "nothing",
        "nothing twice",
        "short",
        "one word",
        "no word",
    ],
)
def test_another_article_is_not_the_same(one: list[str], other: list[str]) -> None:
    assert likeness(one, other) < NEARLY_EQUAL


@pytest.mark.parametrize("text", ["Yes.", "Ceasefire agreed.", "Talks resumed on Sunday."])
def test_a_short_text_is_the_same_as_itself(text: str) -> None:
    assert likeness([text], [text]) == 1


def test_a_title_does_not_matter() -> None:
    renamed = Article.from_paragraphs("Another headline", FERRY)
    assert similarity(signature(renamed), signature(article(*FERRY))) == 1


def test_a_signature_is_the_same_on_every_machine_and_python() -> None:
    assert sha256(signature(article(*FERRY))).hexdigest()[:16] == "d1acb3ba9efefaaa"


words = st.lists(st.sampled_from("abcdefgh"), max_size=60)


def runs(text: list[str]) -> set[tuple[str, ...]]:
    last = max(len(text) - WORDS, 0)
    return {tuple(text[i : i + WORDS]) for i in range(last + 1)} - {()}


@given(words, words)
def test_short_articles_are_compared_exactly(a: list[str], b: list[str]) -> None:
    union = runs(a) | runs(b)
    jaccard = len(runs(a) & runs(b)) / len(union) if union else 0
    assert likeness([" ".join(a)], [" ".join(b)]) == pytest.approx(jaccard)


@pytest.mark.parametrize("shared", [0, 500, 1000, 1500, 2000])
def test_long_articles_are_compared_nearly_exactly(shared: int) -> None:
    vocabulary = random.Random(shared)  # noqa: S311 - made-up words, not a secret
    a, b = ([f"w{vocabulary.getrandbits(24)}" for _ in range(2000)] for _ in range(2))
    b[:shared] = a[:shared]
    jaccard = len(runs(a) & runs(b)) / len(runs(a) | runs(b))
    assert likeness([" ".join(a)], [" ".join(b)]) == pytest.approx(jaccard, abs=0.1)


@given(st.lists(st.text(), max_size=5))
def test_a_signature_has_a_fixed_size_whatever_the_text(texts: list[str]) -> None:
    assert len(signature(article(*texts))) == 4 * SKETCH


@given(words, words)
def test_similarity_is_a_share_and_the_same_both_ways(a: list[str], b: list[str]) -> None:
    there, back = likeness([" ".join(a)], [" ".join(b)]), likeness([" ".join(b)], [" ".join(a)])
    assert 0 <= there == back <= 1


@given(words, st.lists(words, min_size=1, max_size=6))
def test_the_most_similar_is_the_first_of_the_best(one: list[str], many: list[list[str]]) -> None:
    sketch = signature(article(" ".join(one)))
    others = [signature(article(" ".join(other))) for other in many]
    similarities = [similarity(sketch, other) for other in others]
    best = max(similarities)
    assert most_similar(sketch, others) == (similarities.index(best), best)


def test_nothing_is_most_similar_among_none() -> None:
    assert most_similar(signature(article(*FERRY)), []) is None


PAGE = "https://news.example/world/ferry-returns"


@pytest.mark.parametrize(
    "variant",
    [
        PAGE,
        f"{PAGE}/",
        f" {PAGE}#comments",
        "http://news.example/world/ferry-returns",
        "https://NEWS.example:443/world/ferry-returns",
        "http://news.example:80/world/ferry-returns",
        "https://news.example./world/ferry-returns",
        "https://www.news.example/world/ferry-returns",
        "https://m.news.example/world/ferry-returns",
        "https://mobile.news.example/world/ferry-returns",
        "https://amp.news.example/world/ferry-returns",
        "https://news.example/amp/world/ferry-returns",
        "https://news.example/world/%66erry-returns",
        f"{PAGE}/amp",
        f"{PAGE}/amp/",
        f"{PAGE}.amp",
        f"{PAGE}?amp",
        f"{PAGE}?amp=1&outputType=amp",
        f"{PAGE}?utm_source=chat&utm_medium=social&UTM_campaign=x",
        f"{PAGE}?fbclid=abc&gclid=d&msclkid=e&mc_eid=f&igsh=g",
        f"{PAGE}?",
    ],
)
def test_all_addresses_of_a_page_have_one_key(variant: str) -> None:
    assert canonical_url(variant) == PAGE


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/world/ferry-returns-2",
        "https://news.example/world/Ferry-Returns",
        "https://news.example/world/amp-makers",
        "https://news.example/world/ferry-returns?page=2",
        "https://news.example/world/ferry-returns?id=7",
        "https://news.example:8443/world/ferry-returns",
        "https://sport.news.example/world/ferry-returns",
        "https://news.example.org/world/ferry-returns",
    ],
)
def test_another_page_has_another_key(other: str) -> None:
    assert canonical_url(other) != PAGE


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://a.example/?b=2&a=1&utm_id=9", "https://a.example?a=1&b=2"),
        (
            "https://a.example/?game=1&gallery=2&source=3",
            "https://a.example?gallery=2&game=1&source=3",
        ),
        ("https://m.example/x", "https://m.example/x"),
        ("https://a.example/x.amp.html", "https://a.example/x.html"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("notes.txt", "notes.txt"),
        ("ftp://a.example/x", "ftp://a.example/x"),
        ("http://[::1", "http://[::1"),
        ("", ""),
    ],
)
def test_a_key_keeps_what_tells_pages_apart(url: str, key: str) -> None:
    assert canonical_url(url) == key


@given(
    st.text()
    | st.text().map("https://a.example/".__add__)
    | st.from_regex(
        r"https?://(www\.|m\.|amp\.)?[a-z]{1,5}\.org/(amp/)?[a-z/]{0,9}(\?[a-z=&]{0,9})?"
    )
)
def test_the_key_of_any_text_is_its_own_key_but_for_what_it_uncovers(url: str) -> None:
    key = canonical_url(url)
    while key != canonical_url(key):
        assert len(canonical_url(key)) < len(key)
        key = canonical_url(key)
