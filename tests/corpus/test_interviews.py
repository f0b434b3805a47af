"""What is asked in a printed interview is answered by the replies: the models that ship."""

from __future__ import annotations

import pytest

from corpus import Corpus
from corpus.reading import load_text

BOLD = """# Six questions to the head of the ferry line

The ferry Marta has lain at Osterby since last week's storm, and three hundred people wait.

**How long will the repair take?**

About nine days, if the shaft arrives from Bremen.

**What will passengers get?**

Their money back, and a night in a hotel.
"""

TURNS = """# The mayor on the new bridge

The council votes on Thursday on the bridge over the Alder, which would cost 12 million.

Mail: When would the work begin?

Ruiz: Early in June, after the floods.

Mail: How many trees must go?

Ruiz: Forty, most of them sick.
"""


@pytest.mark.parametrize(
    ("interview", "question", "reply"),
    [
        (BOLD, "How long will the repair take?", "About nine days"),
        (BOLD, "how long does the repair of the ferry take", "About nine days"),
        (BOLD, "What will passengers get?", "Their money back"),
        (TURNS, "When would the work begin?", "Ruiz: Early in June"),
        (TURNS, "How many trees must go?", "Ruiz: Forty"),
        (TURNS, "What would the bridge cost?", "The council votes"),
        (TURNS, "How tall is the bridge?", None),
    ],
)
def test_a_printed_question_finds_its_reply(
    interview: str, question: str, reply: str | None
) -> None:
    answer = Corpus([load_text(interview).article]).ask(question)
    shown = [passage.text for passage in answer.passages[:1]]
    assert [text[: len(reply or "")] for text in shown] == ([reply] if reply else [])
