"""Every card fits Discord, whatever the articles say; and it says the words and nothing else."""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.articles.listing import articles_card
from bot.discord.asking.card import Searched, check_card, nothing_found
from bot.discord.asking.why import why_card
from bot.discord.kit.card import Card
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, claims_card, grouped
from bot.discord.kit.fitting import cost, fitted, fitted_line, pieces
from bot.discord.kit.in_context import context_card
from bot.discord.kit.limits import check_message
from bot.discord.kit.quoting import visible
from bot.discord.service.server_settings import MOST_PASSAGES
from bot.language import Spoken, languages
from corpus.answering.answer import Answer, Passage
from corpus.answering.explanation import (
    Asked,
    AskedTerm,
    ExplainedParagraph,
    Explanation,
    KeptBack,
    Measure,
)
from corpus.answering.highlights import Mark, Unmarked
from corpus.answering.kinds import Kind
from corpus.article import Article
from corpus.checking import check as check_statement
from corpus.claims import Claim, Spans, Stance
from corpus.library.choosing import ChosenArticles
from corpus.library.store import Entry
from corpus.topics import PlacedClaim
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.made import card_of
from tests.discord_server.validation.messages import V2, read_message
from tests.discord_server.validation.part import Part


@pytest.fixture(autouse=True, params=["en", *languages()])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = Spoken(request.param, request.param)
    monkeypatch.setattr("bot.language._spoken", ContextVar("spoken", default=spoken))


pieces_of_text = st.sampled_from(
    ["*", "`", "\\", "[", "](https://x.example)", "@everyone", "<@1>", "\u202e", "\u200b" * 50,
     "語語語。", "Word. ", "ordinary words ", "\n", "# ", "- ", "👩\u200d👧", "a" * 700, "*" * 900]
)  # fmt: skip
hostile = st.lists(pieces_of_text, min_size=1, max_size=12).map("".join).filter(str.strip)
long = st.builds(lambda text, times: (text * times)[:9_000], hostile, st.integers(1, 60))
addresses = st.sampled_from(
    [None, "https://a.example/x", "javascript:x", "https://a.example/" + "(" * 250]
)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(hostile | long)
    end = draw(st.integers(1, len(text)))
    article = Article.from_paragraphs(
        draw(hostile),
        ["Before.", text, draw(hostile)],
        url=draw(addresses),
        published=date(2024, 1, 9),
    )
    claims = tuple(
        Claim(
            content=text[:end],
            source=draw(st.none() | hostile),
            role=draw(st.none() | hostile),
            relays=tuple(draw(st.lists(hostile, max_size=2))),
            cue="said",
            stance=draw(st.sampled_from(Stance)),
            quoted=False,
            spans=Spans(((0, 1),), (), ((0, end),)),
        )
        for _ in range(draw(st.integers(0, 4)))
    )
    sentences = draw(st.sampled_from([((0, end),), ((0, 1), (1, end))])) if end > 1 else ((0, 1),)
    return Passage(article, 2, text, 1.0, 1.0, sentences, ((0, 1),), claims)


def check(card: Card) -> None:
    check_message(card.payload)
    read_message(Part({"components": card.payload, "flags": V2}), [])


ACTS_OF_OURS = {"heading", "quote", "bold", "small", "link", "italics", "time"}


@settings(max_examples=25, deadline=None)
@given(st.lists(passages(), min_size=1, max_size=MOST_PASSAGES + 1), hostile.map(lambda t: t[:300]))
async def test_cards_of_passages_fit_and_do_nothing(found: list[Passage], question: str) -> None:
    found = [replace(p, article=replace(p.article, id=str(n))) for n, p in enumerate(found)]
    answer = Answer(question, tuple(found))
    cards = [
        card_of(question, found, shown=MOST_PASSAGES, about=question),
        check_card(answer, [check_statement(question, answer)]),
    ]
    placed = grouped([PlacedClaim(c, p.article, p.paragraph) for p in found for c in p.claims])
    if placed:
        page = placed[:CLAIMS_ON_A_PAGE]
        changed = [each._replace(changed_from=page[0]) for each in page]
        cards.append(claims_card(question, "9 claims", page, private=True))
        cards.append(claims_card(question, "9 claims", changed, private=True))
    for card in cards:
        check(card)
        texts = [part["content"] for part in _texts(card)]
        for text in texts:
            assert set(read(text).acts) <= ACTS_OF_OURS, text


@settings(max_examples=25, deadline=None)
@given(st.lists(passages(), max_size=6), hostile.map(lambda t: t[:300]))
async def test_a_card_of_explanations_fits_and_does_nothing(
    found: list[Passage], question: str
) -> None:
    explained = [
        ExplainedParagraph(
            passage=passage,
            piece=(0, len(passage.text)),
            bm25=1.0,
            measures=(Measure("title", 1.0, 2.58, 1.17), Measure("relevance", None, -1.0, 0.0)),
            bonus=3.0,
            mark=Mark((0, len(passage.text)), 0.7, Unmarked.NOT_ANSWERED),
            kept_back=KeptBack.BELOW_BAR,
        )
        for passage in found
    ]
    terms = tuple(
        AskedTerm(word, word, 2.0, asking=True, known=False, slip=word)
        for word in question.split()[:32]
    )
    asked = Asked(question, terms, tuple(Kind), question[:40], question, tuple(Stance))
    card = why_card(Explanation(question, asked, 0.25, MOST_PASSAGES, tuple(explained)))
    check(card)
    for part in _texts(card):
        assert set(read(part["content"]).acts) <= ACTS_OF_OURS, part["content"]


@settings(max_examples=25, deadline=None)
@given(hostile | long, hostile | long)
async def test_a_paragraph_in_context_is_read_to_its_end(text: str, neighbour: str) -> None:
    article = Article.from_paragraphs(neighbour, [neighbour, text, neighbour])
    card = context_card(article, 2)
    check(card)
    count = len(pieces(text, 2_000))
    shown = "".join(_words(context_card(article, 2, piece)) for piece in range(count))
    assert _one_by_one("".join(visible(text).split())) == _one_by_one("".join(shown.split()))


def _one_by_one(words: str) -> str:
    """Write a sign for each letter that nobody sees: a run of them may be divided among pieces."""
    runs = re.compile(
        r"⟨(?:U\+\w+(?:×(?P<times>\d+))?|(?P<mixed>\d+)(?:invisiblecharacters|unsichtbareZeichen))⟩"
    )
    return runs.sub(lambda run: "□" * int(run["times"] or run["mixed"] or 1), words)


def _words(card: Card) -> str:
    check(card)
    (main,) = (
        part["content"] for part in _texts(card) if part["content"].startswith("**¶\u00a02**")
    )
    return "".join(read(line).words for line in main.split("\n")[1:])


def _texts(card: Card) -> list[dict[str, str]]:
    (container,) = card.payload
    inside = [[part, *part.get("components", ())] for part in container["components"]]
    return [part for parts in inside for part in parts if part["type"] == 10]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(hostile, addresses), max_size=30))
async def test_lists_of_articles_fit(titles: list[tuple[str, str | None]]) -> None:
    entries = [
        Entry(str(n), title, url, date(2024, 1, 9), n, datetime(2025, 1, 1, tzinfo=UTC), None)
        for n, (title, url) in enumerate(titles)
    ]
    check_message(nothing_found(Answer(""), Searched(entries)).payload)
    for page in range(4):
        if entries:
            check(articles_card(ChosenArticles(entries, 0), number=page))


@settings(max_examples=60, deadline=None)
@given(hostile | long, st.integers(50, 900))
def test_what_is_fitted_costs_no_more_than_its_room(text: str, room: int) -> None:
    assert 0 < cost(fitted(text, room)) <= room
    assert 0 < cost(fitted_line(text, room)) <= room


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("One sentence. And another one.", 99, "One sentence. And another one."),
        ("One sentence. And another one, rather long.", 30, "One sentence. …"),
        ("A single sentence that goes on and on.", 20, "A single sentence …"),
        ("Donaudampfschifffahrtsgesellschaft", 12, "Donaudampf …"),
        ("One. " * 5, 20, "One. One. One. …"),
    ],
)
def test_text_is_cut_at_a_sentence_or_else_at_a_word(text: str, room: int, shown: str) -> None:
    assert fitted(text, room) == shown.replace(" …", "\u00a0…")


def test_claims_of_one_source_stand_together_and_the_unnamed_last() -> None:
    article = Article.from_paragraphs("T", ["text"])
    spans = Spans((), (), ((0, 4),))

    def placed(source: str | None, content: str) -> PlacedClaim:
        claim = Claim(content, source, None, (), "said", Stance.ASSERTS, quoted=False, spans=spans)
        return PlacedClaim(claim, article, 1)

    mixed = [placed(None, "a"), placed("B", "b"), placed("C", "c"), placed(None, "d"),
             placed(None, "e"), placed("C", "f")]  # fmt: skip
    assert "".join(each.claim.content for each in grouped(mixed)) == "cfbade"
    assert len(mixed) > CLAIMS_ON_A_PAGE
