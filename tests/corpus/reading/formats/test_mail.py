from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from corpus.errors import ReadingError
from corpus.reading import load_bytes

WORDS = "The harbour in Velmouth stays closed until Monday, said Ada Brenk of the union."
MORE = "The port authority said that it was losing two million crowns a day because of that."


def mail(text: str | None = None, page: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = headers.pop("sender", "Jane Doe <jane@gull.example>")
    message["To"] = "desk@gull.example"
    message["Subject"] = headers.pop("subject", "Harbour stays closed")
    message["Date"] = headers.pop("date", "Thu, 24 Oct 2024 18:30:00 +0200")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if page is not None:
        if text is None:
            message.set_content(page, subtype="html")
        else:
            message.add_alternative(page, subtype="html")
    return message


def test_an_e_mail_is_read_with_what_its_header_says() -> None:
    article = load_bytes(mail(f"{WORDS}\n\n{MORE}\n").as_bytes(), name="x.eml").article
    assert [p.text for p in article.paragraphs] == [WORDS, MORE]
    assert (article.title, article.author) == ("Harbour stays closed", "Jane Doe")
    assert str(article.published) == "2024-10-24"


@pytest.mark.parametrize("name", ["x.eml", "x.txt", "x", None])
def test_no_header_and_no_encoding_is_read_as_prose(name: str | None) -> None:
    message = mail("Größe: said Ada Brenk. " * 20, "<p>Größe</p><p>said Ada Brenk.</p>")
    message.replace_header("Content-Type", message["Content-Type"])
    text = load_bytes(message.as_bytes(), name=name).article.text
    assert "Größe" in text
    assert not any(word in text for word in ("Content-", "MIME", "=C3", "@", "--="))


def test_the_html_part_is_read_before_the_plain_one() -> None:
    page = f"<html><body><p>{WORDS}</p><p>About 10<sup>6</sup> cells.</p></body></html>"
    article = load_bytes(mail("Your program shows no HTML.", page).as_bytes()).article
    assert article.text == f"{WORDS}\n\nAbout 10⁶ cells."


def test_a_long_html_part_is_read_as_a_web_page() -> None:
    story = "".join(f"<p>{WORDS} On day {day}. {MORE}</p>" for day in range(12))
    page = (
        f"<html><body><nav><a href='/'>All offers</a></nav><article>{story}</article></body></html>"
    )
    article = load_bytes(mail("x", page).as_bytes()).article
    assert len(article.paragraphs) == 12
    assert "All offers" not in article.text


@pytest.mark.parametrize(
    ("headers", "title", "author", "publisher", "date"),
    [
        ({}, "Harbour stays closed", "Jane Doe", None, "2024-10-24"),
        ({"subject": "Re: AW: Harbour"}, "Harbour", "Jane Doe", None, "2024-10-24"),
        ({"subject": "Fwd: Harbour"}, "Harbour", None, None, "None"),
        ({"sender": "jane@gull.example"}, "Harbour stays closed", None, None, "2024-10-24"),
        (
            {"sender": "The Gull <a@gull.example>", "List_Id": "<news.gull.example>"},
            "Harbour stays closed",
            None,
            "The Gull",
            "2024-10-24",
        ),
        ({"date": "yesterday"}, "Harbour stays closed", "Jane Doe", None, "None"),
    ],
)
def test_the_sender_is_the_author_only_of_what_they_wrote(
    headers: dict[str, str], title: str, author: str | None, publisher: str | None, date: str
) -> None:
    article = load_bytes(mail(WORDS, **headers).as_bytes()).article
    assert (article.title, article.author, article.publisher) == (title, author, publisher)
    assert str(article.published) == date


def test_what_is_attached_is_named() -> None:
    message = mail(WORDS)
    message.add_attachment(b"\x00", "application", "pdf", filename="report.pdf")
    assert any("report.pdf" in line for line in load_bytes(message.as_bytes()).warnings)


def test_a_message_passed_on_whole_is_read() -> None:
    outer = mail("")
    outer.add_attachment(mail(WORDS))
    assert WORDS in load_bytes(outer.as_bytes()).article.text


def test_a_message_without_text_says_so() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Report"
    message.add_attachment(b"\x00", "application", "pdf", filename="report.pdf")
    with pytest.raises(ReadingError, match="attached"):
        load_bytes(message.as_bytes())


def nested(depth: int) -> bytes:
    body = b"Content-Type: text/plain\r\n\r\nx\r\n"
    for number in range(depth):
        mark = b"b%d" % number
        head = b'Content-Type: multipart/mixed; boundary="%s"\r\n\r\n--%s\r\n' % (mark, mark)
        body = head + body + b"--%s--\r\n" % mark
    return b"MIME-Version: 1.0\r\n" + body


@pytest.mark.parametrize(
    "body",
    [
        nested(3000),
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 20_000,
        b"From: " + b"<" * 200_000 + b"\r\nSubject: x\r\nDate: " + b"(" * 200_000 + b"\r\n\r\nx",
    ],
    ids=["nested", "many parts", "long headers"],
)
def test_a_hostile_message_ends_in_a_refusal_or_an_article(body: bytes) -> None:
    with suppress(ReadingError):
        load_bytes(body)
