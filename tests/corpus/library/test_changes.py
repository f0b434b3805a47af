"""What changed between two versions of an article."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.changes import summary as summary_of
from corpus.article import Article, Paragraph
from corpus.library.changes import Changes, changes

A = "The ferry between Norrhamn and the outer islands will sail again from Monday."
B = "Inspectors cleared the vessel after a day of trials in strong wind."
C = "“We tested every pump twice and found no fault,” said Mira Holm of the harbour office."
D = "A report on the cause of the fire is expected in the autumn."

B_REWORDED = "Inspectors cleared the vessel on Wednesday after a day of trials in strong wind."
D_REWORDED = "A report on the cause of the engine-room fire is expected in October."


def article(*paragraphs: str, title: str = "Ferry returns") -> Article:
    return Article.from_paragraphs(title, paragraphs, id="ferry")


def numbers(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    return [paragraph.number for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("old", "new", "expected", "summary"),
    [
        ([], [], ([], [], []), "Nothing changed."),
        ([A, B], [A, B], ([], [], []), "Nothing changed."),
        ([A, B], [A, B, C], ([3], [], []), "1 paragraph added."),
        ([A, B], [C, A, D, B], ([1, 3], [], []), "2 paragraphs added."),
        ([A, B, C], [B], ([], [1, 3], []), "2 paragraphs removed."),
        ([A, B, C], [A, B_REWORDED, C], ([], [], [(2, 2)]), "1 paragraph reworded."),
        (
            [A, B, D],
            [D_REWORDED, A, B_REWORDED],
            ([], [], [(3, 1), (2, 3)]),
            "2 paragraphs reworded.",
        ),
        ([A, B], [A, C], ([2], [2], []), "1 paragraph added, 1 removed."),
        (
            [A, B, C],
            [D, A, B_REWORDED],
            ([1], [3], [(2, 3)]),
            "1 paragraph added, 1 removed, 1 reworded.",
        ),
        ([A, A, B], [A, B], ([], [2], []), "1 paragraph removed."),
        ([A], [], ([], [1], []), "1 paragraph removed."),
        ([""], ["***"], ([1], [1], []), "1 paragraph added, 1 removed."),
        (["He left."], ["He left early."], ([], [], [(1, 1)]), "1 paragraph reworded."),
        (['"Yes."'], ["“Yes.”"], ([], [], [(1, 1)]), "1 paragraph reworded."),
        ([A, B], [B, A], ([], [], []), "Paragraphs moved."),
        ([A, B], [B, C, A], ([2], [], []), "1 paragraph added, others moved."),
        ([B, B_REWORDED], [B_REWORDED, "x"], ([2], [1], []), "1 paragraph added, 1 removed."),
    ],
)
def test_paragraphs_are_kept_added_removed_or_reworded(
    old: list[str],
    new: list[str],
    expected: tuple[list[int], list[int], list[tuple[int, int]]],
    summary: str,
) -> None:
    found = changes(article(*old), article(*new))
    reworded = [(r.old.number, r.new.number) for r in found.reworded]
    assert (numbers(found.added), numbers(found.removed), reworded) == expected
    assert summary_of(found) == summary


def test_a_rewording_has_both_texts() -> None:
    (rewording,) = changes(article(A, B), article(C, A, B_REWORDED)).reworded
    assert rewording.old == Paragraph(2, B)
    assert rewording.new == Paragraph(3, B_REWORDED)


def test_a_paragraph_is_paired_with_the_likest() -> None:
    other = "Inspectors cleared the helicopter after a day of trials in strong rain."
    (rewording,) = changes(article(other, B), article(B_REWORDED)).reworded
    assert rewording.old.number == 2


def test_title_author_and_date_are_compared() -> None:
    old = Article.from_paragraphs("Ferry returns", [A], author="M. Lind")
    new = Article.from_paragraphs("Ferry is back", [A], published=date(2025, 5, 2))
    assert changes(old, new) == Changes(
        title=("Ferry returns", "Ferry is back"),
        author=("M. Lind", None),
        published=(None, date(2025, 5, 2)),
    )


def test_the_summary_names_paragraphs_first_and_then_the_rest() -> None:
    found = changes(article(A, B), article(C, A, D, B_REWORDED, title="Ferry is back"))
    assert summary_of(found) == "2 paragraphs added, 1 reworded; title changed."


@pytest.mark.parametrize(
    ("found", "summary"),
    [
        (Changes(title=("a", "b")), "Title changed."),
        (
            Changes(author=(None, "b"), published=(None, date(2025, 5, 2))),
            "Author and date changed.",
        ),
        (
            Changes(title=("a", "b"), author=("a", None), published=(date(2025, 5, 2), None)),
            "Title, author and date changed.",
        ),
    ],
)
def test_a_summary_is_a_sentence(found: Changes, summary: str) -> None:
    assert summary_of(found) == summary
    assert not found.is_empty


paragraphs = st.lists(
    st.sampled_from([A, B, C, D, B_REWORDED, D_REWORDED, "", "x y"]) | st.text(), max_size=8
)


@given(paragraphs)
def test_an_article_does_not_differ_from_itself(texts: list[str]) -> None:
    found = changes(article(*texts), article(*texts))
    assert found.is_empty
    assert summary_of(found) == "Nothing changed."


@given(paragraphs, paragraphs)
def test_every_paragraph_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    found = changes(article(*old), article(*new))
    gone = numbers(found.removed) + [r.old.number for r in found.reworded]
    come = numbers(found.added) + [r.new.number for r in found.reworded]
    assert len(set(gone)) == len(gone)
    assert len(set(come)) == len(come)
    kept_old = sorted(text for n, text in enumerate(old, 1) if n not in gone)
    kept_new = sorted(text for n, text in enumerate(new, 1) if n not in come)
    assert kept_old == kept_new


@pytest.mark.parametrize("words", [["the", "cat"], [f"word{n}" for n in range(50)]])
def test_two_thousand_rewritten_paragraphs_are_compared(words: list[str]) -> None:
    """Would run for hours if every paragraph were aligned with every other."""
    text = " ".join(words * 3)
    old = article(*(f"{text} {n} was {n * n}" for n in range(2000)))
    new = article(*(f"{text} {n} is {n * n}" for n in range(2000)))
    found = changes(old, new)
    assert [(r.old.number, r.new.number) for r in found.reworded] == [
        (n, n) for n in range(1, 2001)
    ]
