import pytest

from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("marked", "source", "relays"),
    [
        (
            "{s:Reports from coast guard officers, cited by Reuters}, {c:suggest} {x:the crew slept}.",
            "coast guard officers",
            ("Reuters",),
        ),
        (
            "{s:Unnamed officials} {c:told} The Harbour Gazette that {x:thousands could strike}.",
            "Unnamed officials",
            ("The Harbour Gazette",),
        ),
        ("{x:“It sank,”} {s:Ruiz} {c:told} the BBC.", "Ruiz", ("BBC",)),
        ("{s:Ruiz} {c:told} Radio 4 that {x:it sank}.", "Ruiz", ("Radio 4",)),
        ("{s:Ruiz} {c:told} local radio that {x:it sank}.", "Ruiz", ("local radio",)),
        ("{s:Ruiz} {c:told} agency officials that {x:it sank}.", "Ruiz", ()),
        ("{s:Ruiz} {c:told} Friday’s hearing that {x:it sank}.", "Ruiz", ()),
        (
            "{s:A stoker, who spoke to Le Phare without giving a name,} {c:said} {x:it sank}.",
            "A stoker",
            ("Le Phare",),
        ),
        (
            "{s:Reuters} {c:quotes} {x:the mate, Ola Brun, as saying that it sank}.",
            "Ola Brun",
            ("Reuters",),
        ),
        ("{x:The rise}, {c:first reported by} {s:the Herald}, is steep.", "the Herald", ()),
        (
            "{s:Ruiz} {c:said} in an interview with Der Spiegel that {x:she would run}.",
            "Ruiz",
            ("Der Spiegel",),
        ),
        (
            "{s:Reuters} {c:reported} on Tuesday, citing two officials, that {x:the talks had collapsed}.",
            "two officials",
            ("Reuters",),
        ),
        (
            "{x:The talks had collapsed}, {s:Reuters} {c:reported}, citing two officials.",
            "two officials",
            ("Reuters",),
        ),
        ("{s:Ruiz} {c:told} reporters that {x:the road was shut}.", "Ruiz", ()),
        ("{s:Ruiz} {c:told} Parliament that {x:the road was shut}.", "Ruiz", ()),
        ("{s:Ruiz} {c:told} the court {x:she was at home}.", "Ruiz", ()),
        ("{s:Reuters} {c:said} {x:the talks had collapsed}.", "Reuters", ()),
        ("{s:Ruiz} {c:said}, citing the cost, that {x:the road would stay shut}.", "Ruiz", ()),
    ],
)
def test_a_claim_knows_through_whom_it_came(
    marked: str, source: str, relays: tuple[str, ...]
) -> None:
    assert [(claim.source, claim.relays) for claim in find_marked(marked)] == [(source, relays)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{s1:Finance Minister Eva Holm} {c1:said} on radio that {x1:{s2:her country’s auditor} {c2:believes} {x2:the sum is wrong}}.",
            [("Eva Holm", ()), ("her country’s auditor", ("Eva Holm",))],
        ),
        (
            "{x1:{s2:Doctors} {c2:found} that {x2:the drug works}}, {s1:the journal Cell} {c1:reported}.",
            [("the journal Cell", ()), ("Doctors", ("the journal Cell",))],
        ),
        (
            "{s1:Engineer Leo Hart} {c1:said} that {x1:{s2:he} {c2:believes} {x2:the wall will hold}}.",
            [("Leo Hart", ()), ("Leo Hart", ())],
        ),
    ],
)
def test_a_claim_inside_a_claim_keeps_both_owners(
    marked: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(claim.source, claim.relays) for claim in find_marked(marked)] == expected
