import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, Corpus
from corpus.answering.answer import Answer
from corpus.article import Paragraph

BRIDGE = Article.from_paragraphs(
    "The bridge",
    [
        "Port Ellery closed its bridge on Monday.",
        "“It will reopen within three weeks,” Mayor Lucille Drummond said.",
        "Shop owners fear for the summer.",
    ],
    id="bridge",
)
CUP = Article.from_paragraphs(
    "The cup",
    ["Rovers won the cup.", "The referee, Paolo Ferri, said the bridge of his nose hurt."],
    id="cup",
)


def found(answer: Answer) -> list[tuple[str, int]]:
    return [(passage.article.id, passage.paragraph) for passage in answer.passages]


def test_an_empty_corpus_answers_nothing() -> None:
    corpus = Corpus()
    assert not corpus.ask("When will the bridge reopen?").answered
    assert corpus.search("When will the bridge reopen?") == []


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("When will it reopen?", ("bridge", 2)),
        ("who won the cup", ("cup", 1)),
        ("Paolo Ferri?", ("cup", 2)),
        ("shop owner's fears", ("bridge", 3)),
    ],
)
def test_the_paragraph_that_holds_most_of_the_question_is_first(
    question: str, best: tuple[str, int]
) -> None:
    assert found(Corpus([BRIDGE, CUP]).ask(question))[0] == best


def test_a_single_paragraph_answers() -> None:
    corpus = Corpus([Article.from_paragraphs("T", ["The ferry runs every hour."], id="t")])
    assert found(corpus.ask("How often does the ferry run?")) == [("t", 1)]


@pytest.mark.parametrize(
    "question", ["What do penguins eat in Antarctica?", "", "?!", "🙂", "\u200b", "你好吗"]
)
def test_what_the_articles_do_not_speak_of_is_not_answered(question: str) -> None:
    assert not Corpus([BRIDGE, CUP]).ask(question).answered


def test_a_question_of_stop_words_still_finds_something() -> None:
    assert Corpus([BRIDGE, CUP]).search("it will be the")


def test_a_passage_shows_whose_claim_it_is_with_offsets_into_the_paragraph() -> None:
    passage = Corpus([BRIDGE]).ask("When will it reopen?").passages[0]
    assert passage.text == BRIDGE.paragraphs[1].text
    [claim] = passage.claims
    assert claim.source == "Lucille Drummond"
    start, end = claim.spans.content[0]
    assert passage.text[start:end] == claim.content
    assert claim.content.strip("“”,") == "It will reopen within three weeks"
    assert [passage.text[s:e] for s, e in passage.terms] == ["reopen"]


def test_what_is_removed_is_no_longer_found_and_the_rest_still_is() -> None:
    corpus = Corpus([BRIDGE, CUP])
    corpus.remove("bridge")
    assert list(corpus.articles) == ["cup"]
    assert not corpus.ask("What do shop owners fear?").answered
    assert found(corpus.ask("Who won the cup?"))[0] == ("cup", 1)
    with pytest.raises(KeyError):
        corpus.remove("bridge")


def test_an_article_with_a_known_id_takes_the_place_of_the_old_one() -> None:
    corpus = Corpus([BRIDGE, CUP])
    corpus.add(Article.from_paragraphs("The bridge", ["The bridge is open."], id="bridge"))
    assert len(corpus.articles) == 2
    assert not corpus.ask("shop owners fear").answered
    assert found(corpus.ask("Is the bridge open?"))[0] == ("bridge", 1)


def test_of_several_articles_with_one_id_the_last_counts_and_stands_last() -> None:
    opened = Article.from_paragraphs("The bridge", ["The bridge is open."], id="bridge")
    corpus = Corpus([BRIDGE, CUP, opened])
    assert list(corpus.articles.values()) == [CUP, opened]
    assert not corpus.ask("shop owners fear").answered
    assert found(corpus.ask("Is the bridge open?"))[0] == ("bridge", 1)


def test_a_search_can_be_kept_within_some_articles() -> None:
    corpus = Corpus([BRIDGE, CUP])
    hits = corpus.search("bridge", within={"cup"})
    assert {hit.article_id for hit in hits} == {"cup"}
    assert hits[0].paragraph == 2
    assert not corpus.ask("bridge", within=set()).answered


def test_a_long_paragraph_is_one_passage_however_many_of_its_pieces_match() -> None:
    sentence = "The witness spoke of the missing ledger and the harbor fund. "
    article = Article.from_paragraphs("T", [sentence * 80, "The ledger is green."], id="t")
    hits = Corpus([article]).search("missing ledger", limit=10)
    assert sorted(hit.paragraph for hit in hits) == [1, 2]


WORDS = ["bridge", "mayor", "said", "troops", "10,000", "Kursk", "the", "of"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@given(paragraphs=st.lists(SENTENCES, max_size=8), question=SENTENCES)
def test_confidence_lies_between_0_and_1_and_scores_never_rise_down_the_list(
    paragraphs: list[str], question: str
) -> None:
    hits = Corpus([Article.from_paragraphs("T", paragraphs, id="t")]).search(question)
    assert all(0 <= hit.confidence <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(1 <= hit.paragraph <= len(paragraphs) for hit in hits)


@given(text=st.text(max_size=300), question=st.text(max_size=60))
def test_any_text_and_any_question_can_be_asked(text: str, question: str) -> None:
    answer = Corpus([Article.from_paragraphs("T", [text], id="t")]).ask(question)
    for passage in answer.passages:
        assert passage.text == text
        assert passage.highlights
        assert all(text[start:end] for start, end in passage.terms)


def test_the_words_that_answer_stand_in_what_is_highlighted() -> None:
    best = Corpus([BRIDGE, CUP]).ask("When did Port Ellery close its bridge?").passages[0]
    assert best.answer
    start, end = best.answer
    assert best.text[start:end] == "Monday"
    assert any(s <= start and end <= e for s, e in best.highlights)


def test_an_answer_far_into_a_long_paragraph_has_its_place_in_the_whole() -> None:
    filler = "The council spoke at length about the budget and the weather that evening. " * 40
    text = f"{filler}Rosa Lindqvist opened the new library in Tarnby on Thursday. {filler}"
    corpus = Corpus([Article.from_paragraphs("News", [text.strip()], id="news")])
    best = corpus.ask("Who opened the new library in Tarnby?").passages[0]
    assert best.answer
    assert best.text[slice(*best.answer)] == "Rosa Lindqvist"


@settings(max_examples=15)
@given(st.lists(st.sampled_from([*BRIDGE.paragraphs, *CUP.paragraphs]), min_size=1, max_size=30))
def test_hits_fall_in_score_with_and_without_a_reader(paragraphs: list[Paragraph]) -> None:
    article = Article.from_paragraphs("T", [p.text for p in paragraphs], id="t")
    for corpus in (Corpus([article]), Corpus([article], reader=None)):
        hits = corpus.search("Who won the bridge?", limit=20)
        assert [hit.score for hit in hits] == sorted((h.score for h in hits), reverse=True)
        assert len({hit.paragraph for hit in hits}) == len(hits)
        assert all(0 <= hit.confidence <= 1 for hit in hits)


def test_without_a_reader_nothing_is_marked_as_the_answer() -> None:
    corpus = Corpus([BRIDGE, CUP], reader=None)
    assert corpus.ask("When will the bridge reopen?").passages[0].answer is None


def test_figures_about_some_words_are_those_of_what_a_question_counts() -> None:
    corpus = Corpus(
        [
            Article.from_paragraphs(
                "Flood in Aalby",
                [
                    "Tove Lind said that 40 homes were flooded in Aalby.",
                    "Jon Berg said that 90 homes were flooded in Aalby, and 12 people were injured.",
                    "In Dorn 3 bridges fell.",
                ],
                id="flood",
            ),
            Article.from_paragraphs("Market", ["Some 300 people came to Aalby."], id="market"),
        ],
        reader=None,
    )

    def written(about: str, **how: object) -> list[list[str]]:
        groups = corpus.figures(about, **how).groups  # type: ignore[arg-type] # as below
        return [[figure.written for figure in group] for group in groups]

    assert written("How many homes were flooded in Aalby?") == [["40", "90"]]
    assert ["12"] in written("flood Aalby")
    assert written("bridges Dorn") == [["3"]]
    assert written("people Aalby", within=["market"]) == [["Some 300"]]
    assert written("penguins") == []
    assert corpus.figures("Aalby", most=1).may_be_more
    assert not corpus.figures("Aalby").may_be_more
