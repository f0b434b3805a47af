"""The claim inside a report: who is reported to say it owns it, and the report is its relay."""

import pytest

from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("marked", "content", "owner", "relays"),
    [
        (
            "{x:Oslo suspects that they came by boat}, {s:the Gull Gazette} {c:wrote}.",
            "they came by boat",
            "Oslo",
            ("the Gull Gazette",),
        ),
        (
            "{x:The owners think the dam is safe}, {c:according to} {s:Ada Pell}.",
            "the dam is safe",
            "The owners",
            ("Ada Pell",),
        ),
        (
            "{x:Marsh has denied the theft}, {s:Radio Fenn} {c:reported}.",
            "the theft",
            "Marsh",
            ("Radio Fenn",),
        ),
        (
            "{x:A torn receipt suggests the crates were empty}, {s:the Gull Gazette} {c:reported}.",
            "the crates were empty",
            "A torn receipt",
            ("the Gull Gazette",),
        ),
        (
            "{x:The owners promised him the dam would be raised}, {s:Ada Pell} {c:said}.",
            "the dam would be raised",
            "The owners",
            ("Ada Pell",),
        ),
    ],
)  # fmt: skip
def test_who_is_reported_to_say_it_owns_it(
    marked: str, content: str, owner: str, relays: tuple[str, ...]
) -> None:
    inner = find_marked(marked)[-1]
    assert (inner.content, inner.source, inner.relays) == (content, owner, relays)


@pytest.mark.parametrize(
    "marked",
    [
        "{x:The first reports came late}, {s:Radio Fenn} {c:said}.",
        "{x:Marsh spoke on Friday}, {s:Radio Fenn} {c:said}.",
        "{x:“Oslo suspects that they came by boat,”} {s:Ada Pell} {c:said}.",
        "{s:Ada Pell} {c:said} {x:that Marsh had claimed the money}.",
        "{x:A firm called Lumen gave 500 crowns}, {s:Radio Fenn} {c:said}.",
        "{x:The dam that Marsh says is old broke}, {s:Radio Fenn} {c:said}.",
    ],
)
def test_what_nobody_else_says_stays_one_claim(marked: str) -> None:
    assert len(find_marked(marked)) == 1
