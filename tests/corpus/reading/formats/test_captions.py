import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes

SRT = """1
00:00:01,000 --> 00:00:03,000
MARY ROE: The harbour
stays closed.

2
00:00:03,000 --> 00:00:05,000
<i>Nobody</i> knows why.

3
00:00:05,000 --> 00:00:06,000
[applause]

4
00:00:06,000 --> 00:00:08,000
IVO LUND: and I do.
"""

VTT = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE nobody reads this

1
00:01.000 --> 00:03.000 align:start
<v Mary Roe>The harbour <c.loud>stays</c> closed.

00:03.000 --> 00:05.000
<v Mary Roe>Nobody knows why.</v>
<v Ivo Lund>I do &amp; I say it.
"""

SBV = """0:00:01.000,0:00:03.000
The harbour stays closed.

0:00:03.000,0:00:05.000
>> Why is that?

0:00:15.000,0:00:17.000
A long pause came first.
"""

LIVE = """WEBVTT

00:01.000 --> 00:02.000
the harbour

00:02.000 --> 00:03.000
the harbour
stays<00:02.500><c> closed</c>

00:03.000 --> 00:04.000
stays closed
until Monday
"""

DASHES = """1
00:00:01,000 --> 00:00:03,000
- Is it open?
- It is not.

2
00:00:03,000 --> 00:00:05,000
– as far as I know.
"""


BRACKETS = """1
00:00:01,000 --> 00:00:03,000
[Mary] Is it open?

2
00:00:03,000 --> 00:00:05,000
[Ivo] It is not.
[door closes]
"""


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (SRT, ["MARY ROE: The harbour stays closed. Nobody knows why.", "IVO LUND: and I do."]),
        (
            VTT,
            [
                "Mary Roe: The harbour stays closed. Nobody knows why.",
                "Ivo Lund: I do & I say it.",
            ],
        ),
        (SBV, ["The harbour stays closed.", "Why is that?", "A long pause came first."]),
        (LIVE, ["the harbour stays closed until Monday"]),
        (BRACKETS, ["[Mary] Is it open?", "[Ivo] It is not."]),
        (DASHES, ["Is it open?", "It is not. – as far as I know."]),
        (
            SRT.replace("\n", "\r\n"),
            ["MARY ROE: The harbour stays closed. Nobody knows why.", "IVO LUND: and I do."],
        ),
    ],
    ids=["srt", "vtt", "sbv", "live", "brackets", "dashes", "windows"],
)
@pytest.mark.parametrize("name", [None, "x.txt", "talk.srt"])
def test_what_each_person_says_is_a_paragraph(
    body: str, paragraphs: list[str], name: str | None
) -> None:
    article = load_bytes(body.encode(), name=name, title="x").article
    assert [p.text for p in article.paragraphs] == paragraphs


def test_a_long_speech_is_parted_at_a_sentence_and_keeps_its_speaker() -> None:
    lines = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{'MARY ROE: ' * (n == 1)}"
        f"This is sentence number {n} of a long speech.\n\n"
        for n in range(1, 30)
    )
    article = load_bytes(lines.encode(), title="x").article
    assert len(article.paragraphs) > 1
    assert all(p.text.startswith("MARY ROE: This is sentence") for p in article.paragraphs)
    assert all(p.text.endswith(".") for p in article.paragraphs)


def test_what_is_said_twice_is_read_twice() -> None:
    said = [
        "Will it open?",
        "No.",
        "No.",
        "Why is that so?",
        "Nobody knows.",
        "It is the rota.",
        "Yes.",
    ]
    lines = "".join(f"0:00:0{n}.000,0:00:0{n + 1}.000\n{text}\n\n" for n, text in enumerate(said))
    assert load_bytes(lines.encode(), title="x").article.text == " ".join(said)


def test_a_word_with_a_colon_is_no_speaker_of_what_follows() -> None:
    lines = "1\n00:00:01,000 --> 00:00:02,000\nWarning: it is wet.\n\n"
    lines += "2\n00:01:01,000 --> 00:01:02,000\nSo they left.\n"
    article = load_bytes(lines.encode(), title="x").article
    assert [p.text for p in article.paragraphs] == ["Warning: it is wet.", "So they left."]


def test_subtitles_without_words_are_refused() -> None:
    for body in (b"WEBVTT\n\n00:01.000 --> 00:02.000\n[music]\n", b"WEBVTT\n\nNOTE x\n"):
        with pytest.raises(ReadingError, match="no words"):
            load_bytes(body, name="x.vtt")
