"""Who asks in an interview, told from any text."""

from __future__ import annotations

import pytest

from corpus.reading import load_text

LEAD = "The harbour master spoke about the lock, which was closed on Monday."


@pytest.mark.parametrize(
    ("turns", "asked"),
    [
        (
            ["Mail: When will it open?", "Ott: In May.", "Mail: Who pays?", "Ott: The county."],
            ["Mail: When will it open?", "Mail: Who pays?"],
        ),
        (
            ["记者:什么时候重新开放?", "奥特:五月。", "记者:谁付钱?", "奥特:县里。"],
            ["记者:什么时候重新开放?", "记者:谁付钱?"],
        ),
        # a question that comes back, and a speaker who asks once
        (["Ott: In May?", "Abney: Or June?", "Ott: No, in May.", "Abney: Well, June."], []),
        (["Mail: When will it open?", "Ott: In May."], []),
        # nobody replies
        (["Note: Who pays?", "Note: And when?"], []),
    ],
)
def test_the_turns_of_who_only_asks_are_headings(turns: list[str], asked: list[str]) -> None:
    article = load_text("\n\n".join([LEAD, *turns]), title="The lock").article
    headings = dict.fromkeys(p.heading for p in article.paragraphs if p.heading)
    assert list(headings) == asked
    assert [p.text for p in article.paragraphs] == [LEAD, *(t for t in turns if t not in asked)]


def test_a_question_in_bold_is_a_heading_in_markdown() -> None:
    article = load_text(f"# The lock\n\n{LEAD}\n\n**When will it open?**\n\nIn May.\n").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (None, LEAD),
        ("When will it open?", "In May."),
    ]
