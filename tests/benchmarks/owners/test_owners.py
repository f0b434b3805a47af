"""The annotated news can be read, and the scorer counts what it says it counts."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from corpus.claims import Claim, Spans, Stance
from tests.benchmarks.owners.articles import HALVES, AnnotatedParagraph, articles
from tests.benchmarks.owners.names import is_same
from tests.benchmarks.owners.scoring import (
    Verdict,
    judge_owner,
    score_article,
    score_paragraph,
)

NEWS = """== Mill burns

The mill burned twice, Ada Lind said. She fears it will burn again, she told Radio Fenn, citing a guard. The court heard her plea.
> The mill burned twice | Ada Lind
> it will burn again | guard | believes | via: Ada Lind; (Radio Fenn) | by: She
no claim: her plea
"""
CLAIMS = (
    ("The mill burned twice", "Ada Lind", Stance.ASSERTS, ()),
    ("it will burn again", "a guard", Stance.BELIEVES, ("Ada Lind",)),
)
PERFECT = {
    "claims": 2,
    "found": 2,
    "owner": 2,
    "by pronoun": 1,
    "owner by pronoun": 1,
    "relays": 1,
    "relays shown": 1,
    "relays right": 1,
    "not asserted": 1,
    "stance": 1,
    "acts": 1,
}

Told = tuple[str, str | None, Stance, tuple[str, ...]]


def paragraph_of(folder: Path, news: str = NEWS) -> AnnotatedParagraph:
    (folder / "open").mkdir()
    (folder / "open/mill.txt").write_text(news, "utf-8")
    (article,) = articles("open", folder)
    return article.paragraphs[0]


def shown(text: str, told: Told) -> Claim:
    content, source, stance, relays = told
    start = text.index(content)
    spans = Spans((), (), ((start, start + len(content)),))
    return Claim(content, source, None, relays, "said", stance, quoted=False, spans=spans)


@pytest.mark.parametrize(
    ("claims", "changes"),
    [
        (CLAIMS, {}),
        # The words may differ, one name may be longer, and an optional relay may be there.
        ((("burned twice", "Lind", Stance.ASSERTS, ()), CLAIMS[1]), {}),
        (
            (CLAIMS[0], ("it will burn", "guard", Stance.BELIEVES, ("Radio Fenn", "Ada Lind"))),
            {},
        ),
        # A missing owner is not a wrong one; a pronoun left as it stands is missing.
        ((CLAIMS[0], (CLAIMS[1][0], None, *CLAIMS[1][2:])), {"owner": 1, "owner by pronoun": 0}),
        ((CLAIMS[0], (CLAIMS[1][0], "She", *CLAIMS[1][2:])), {"owner": 1, "owner by pronoun": 0}),
        (
            (CLAIMS[0], (CLAIMS[1][0], "Ada Lind", *CLAIMS[1][2:])),
            {"owner": 1, "owner by pronoun": 0, "wrong": 1},
        ),
        # The same words shown again: as nobody's or the relay's, nothing; as another's, wrong.
        ((*CLAIMS, ("it will burn again", "Ada Lind", Stance.ASSERTS, ())), {}),
        ((*CLAIMS, ("it will burn again", "Radio Fenn", Stance.ASSERTS, ())), {}),
        ((*CLAIMS, ("it will burn again", "Bo Rusk", Stance.ASSERTS, ())), {"wrong": 1}),
        # An act that somebody asserts is annotated nowhere either; with no owner it is harmless.
        (
            (*CLAIMS, ("her plea", "The court", Stance.ASSERTS, ())),
            {"acts shown": 1, "elsewhere": 1},
        ),
        ((*CLAIMS, ("her plea", None, Stance.ASSERTS, ())), {}),
        (
            (CLAIMS[0], ("it will burn again", "a guard", Stance.HEDGES, ("the guard", "Fenn"))),
            {"stance": 0, "relays shown": 1, "relays right": 0},
        ),
        (
            CLAIMS[:1],
            {
                "found": 1,
                "owner": 1,
                "owner by pronoun": 0,
                "relays shown": 0,
                "relays right": 0,
                "not asserted": 0,
                "stance": 0,
            },
        ),
    ],
)
def test_a_paragraph_is_counted(
    tmp_path: Path, claims: tuple[Told, ...], changes: dict[str, int]
) -> None:
    paragraph = paragraph_of(tmp_path)
    score = score_paragraph(paragraph, [shown(paragraph.text, told) for told in claims])
    assert +score.counts == +Counter({**PERFECT, **changes})


def test_two_annotated_claims_may_be_one_that_is_shown(tmp_path: Path) -> None:
    news = "== Tea\n\nLind said tea is cheap and milk is dear.\n> tea is cheap | Lind\n> milk is dear | Lind\n"
    paragraph = paragraph_of(tmp_path, news)
    whole = shown(paragraph.text, ("tea is cheap and milk is dear", "Ada Lind", Stance.ASSERTS, ()))
    assert score_paragraph(paragraph, [whole]).counts["owner"] == 2


def test_a_second_reading_does_not_take_the_claim_of_another(tmp_path: Path) -> None:
    news = """== Tea

Lind accused Rusk of theft, which Rusk denies.
> Rusk of theft | Lind
> which / Rusk of theft | Rusk | denies
"""
    paragraph = paragraph_of(tmp_path, news)
    accused = shown(paragraph.text, ("Rusk of theft", "Lind", Stance.ASSERTS, ()))
    denied = shown(paragraph.text, ("Rusk of theft", "Rusk", Stance.DENIES, ()))
    assert score_paragraph(paragraph, [accused]).counts["wrong"] == 0
    assert score_paragraph(paragraph, [accused, denied]).counts["owner"] == 2


INNER_NEWS = """== Tea

“Rusk told me that tea is cheap,” Lind said.
> “Rusk told me that tea is cheap,” | Lind
? tea is cheap | Rusk | via: Lind
"""


def test_a_claim_within_a_quotation_counts_only_where_it_is_shown(tmp_path: Path) -> None:
    paragraph = paragraph_of(tmp_path, INNER_NEWS)
    whole = shown(paragraph.text, ("Rusk told me that tea is cheap", "Lind", Stance.ASSERTS, ()))
    inner = shown(paragraph.text, ("tea is cheap", "Rusk", Stance.ASSERTS, ("Lind",)))
    assert score_paragraph(paragraph, [whole]).counts["claims"] == 1
    assert score_paragraph(paragraph, [whole, inner]).counts["owner"] == 2


def test_a_claim_passed_on_is_not_found_among_the_words_of_its_relay(tmp_path: Path) -> None:
    paragraph = paragraph_of(tmp_path, INNER_NEWS.replace("? ", "> "))
    whole = shown(paragraph.text, ("Rusk told me that tea is cheap", "Lind", Stance.ASSERTS, ()))
    counts = score_paragraph(paragraph, [whole]).counts
    assert (counts["claims"], counts["found"], counts["wrong"]) == (2, 1, 0)


def test_net_takes_two_right_owners_for_a_wrong_person(tmp_path: Path) -> None:
    paragraph = paragraph_of(tmp_path)
    told = [CLAIMS[0], ("it will burn again", "Bo Rusk", Stance.BELIEVES, ())]
    lines = list(score_paragraph(paragraph, [shown(paragraph.text, one) for one in told]).lines())
    assert [line.split() for line in lines if line.startswith("net")] == [
        ["net", "-1", "of", "2", "-50.0%"]
    ]


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ("Ann Lind", Verdict.RIGHT),
        ("the master", Verdict.MISSING),
        ("Ann", Verdict.MISSING),
        ("he", Verdict.MISSING),
        (None, Verdict.MISSING),
        ("Bo Rusk", Verdict.WRONG),
        ("the mate", Verdict.WRONG),
    ],
)
def test_the_right_owner_under_less_than_a_name_is_missing(
    tmp_path: Path, found: str | None, verdict: Verdict
) -> None:
    news = """== Tea

To the mate, tea is dear. But the master, Capt. Ann Lind, and he disagree.
> tea is dear | Ann Lind | by: he
"""
    paragraph = paragraph_of(tmp_path, news)
    assert judge_owner(paragraph.text, paragraph.claims[0], found) is verdict


@pytest.mark.parametrize(
    ("found", "annotated", "same"),
    [
        ("Ada Lind", "Ada Lind", True),
        ("the Coast Guard", "Coast Guard", True),
        ("Lind", "Ada Lind", True),
        ("Ada", "Ada Lind", False),
        ("Harbour Minister Ada Lind", "Ada Lind", True),
        ("a lawyer for Ada Lind", "Ada Lind", False),
        ("Ada Lind’s lawyer", "Ada Lind", False),
        ("Ada “Dot” Lind", "Ada Lind", True),
        ("Bo Lind", "Ada Lind", False),
        ("Ministry", "Ministry of Ports", False),
        ("", "Ada Lind", False),
    ],
)
def test_names_are_compared_as_readers_do(found: str, annotated: str, same: bool) -> None:
    assert is_same(found, annotated) is same


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("> The mill sank | Ada Lind", "not in its paragraph: 'The mill sank'"),
        ("> The mill … sank | Ada Lind", "not in its paragraph: 'sank'"),
        ("> The mill burned twice | Ada Lunt", "not in the text: 'Ada Lunt'"),
        ("> The mill burned twice | Ada Lind | mutters", "'mutters' is not a valid Stance"),
        ("> The mill burned twice | Ada Lind | from: Ada", "no such field: 'from: Ada'"),
        ("> The mill burned twice | Ada Lind | via: Bo", "not in the text: 'Bo'"),
        ("> The mill burned twice | Ada Lind | by: He", "not in the text: 'He'"),
        ("> The mill burned twice", "not enough values"),
        ("no claim: her pleas", "not in its paragraph: 'her pleas'"),
        ("Another line.", "neither one paragraph nor its annotations: 'Another line.'"),
    ],
)
def test_a_wrong_annotation_is_refused_by_its_place(
    tmp_path: Path, lines: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=f"^mill, paragraph 1: .*{reason}"):
        paragraph_of(tmp_path, f"{NEWS}{lines}\n")


def test_the_halves_have_no_paragraph_in_common_and_twelve_articles_each() -> None:
    read = {half: articles(half) for half in HALVES}
    assert {half: len(each) for half, each in read.items()} == {
        "open": 47,
        "blind": 12,
    }
    paragraphs = Counter(p.text for half in read.values() for a in half for p in a.paragraphs)
    assert set(paragraphs.values()) == {1}


def test_an_article_is_scored_as_its_claims_are_shown() -> None:
    article = next(a for a in articles("open") if a.name == "local")
    counts = score_article(article).counts
    assert counts["claims"] == sum(not c.optional for p in article.paragraphs for c in p.claims)
    assert 0 < counts["owner"] <= counts["found"] <= counts["claims"]


@pytest.mark.parametrize("half", [half for half in HALVES if half != "open"])
def test_misses_of_the_blind_half_are_not_listed(half: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.owners", half, "--list-misses"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "open half only" in run.stderr
