from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ReadingError
from corpus.reading.decoding import decode
from corpus.reading.visible import one_line, without_invisible

GERMAN = 'Der Minister sagte "Größe" über Köln – und mehr.'
RUSSIAN = "Министр сказал в понедельник, что порт откроется снова через неделю переговоров."


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        (GERMAN.encode("utf-8"), None, GERMAN),
        (GERMAN.encode("utf-8"), "iso-8859-1", GERMAN),
        (GERMAN.encode("utf-8-sig"), None, GERMAN),
        (GERMAN.encode("utf-16"), None, GERMAN),
        (GERMAN.encode("utf-16-le"), "utf-16-le", GERMAN),
        (GERMAN.encode("utf-32"), None, GERMAN),
        (GERMAN.encode("cp1252"), "iso-8859-1", GERMAN),
        (GERMAN.encode("cp1252"), "us-ascii", GERMAN),
        ("“quoted” by someone in a long and plain sentence".encode("cp1252"), None, None),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), None, RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        ("大臣は述べた。".encode("shift_jis"), "shift_jis", "大臣は述べた。"),
        ("大臣は述べた。".encode("iso2022_jp"), "iso-2022-jp", "大臣は述べた。"),
        ("大臣は述べた。".encode("iso2022_jp"), None, "大臣は述べた。"),
        (GERMAN.encode("utf-16-le"), None, GERMAN),
        (GERMAN.encode("utf-16-be"), None, GERMAN),
        (b"The por\x00t is op\x00en again.", None, "The port is open again."),
        (
            RUSSIAN.encode() + b"\xd0\xff" + RUSSIAN.encode(),
            "utf-8",
            f"{RUSSIAN}\ufffd\ufffd{RUSSIAN}",
        ),
        (b"plain", "no-such-charset", "plain"),
        (b"plain", "idna", "plain"),
        (b"plain", "a\x00b", "plain"),
        (b"plain", "unicode_escape", "plain"),
    ],
)
def test_text_is_decoded(body: bytes, charset: str | None, text: str | None) -> None:
    assert decode(body, charset) == (text or body.decode("cp1252"))


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a déclaré lundi que la grève était terminée : « C’est réglé », a-t-il précisé.",
        "Der Minister sagte, die Häfen würden für Größeres geöffnet – „endlich“, so Müller.",
        "El señor Peña dijo que volverá mañana a la ciudad de Cádiz; ¿por qué no? Así será.",
        "O ministro não disse quando a situação mudará; a decisão é da câmara de São João.",
        "Ministern sade på måndagen att hamnen är öppen igen efter två veckor i Malmö.",
        "ÉMILE ZOLA À PARIS. Émile Zola est né à Paris en 1840, d’un père italien.",
    ],
    ids=["French", "German", "Spanish", "Portuguese", "Swedish", "capitals"],
)
@pytest.mark.parametrize("code_page", ["cp1252", "mac_roman", "cp850"])
def test_windows_the_old_mac_and_dos_are_told_apart_by_where_letters_stand(
    text: str, code_page: str
) -> None:
    if code_page == "cp850":  # it has no typographic marks
        text = text.translate({0x2019: "'", 0x2013: "-", 0x201E: '"', 0x201C: '"'})
    assert decode((text + " A plain sentence follows here." * 4).encode(code_page), None) == (
        text + " A plain sentence follows here." * 4
    )


def test_what_no_encoding_fits_is_refused() -> None:
    with pytest.raises(ReadingError, match="encoding"):
        decode(bytes(byte for byte in Random(1).randbytes(5000) if byte), None)  # noqa: S311 - any will do


@given(st.text())
def test_decoding_utf8_removes_nothing_that_is_seen(text: str) -> None:
    assert decode(text.encode("utf-8", "replace"), None) == without_invisible(
        text.encode("utf-8", "replace").decode()
    )


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x1bc\x7f", "abc"),
        ("pass\u200bword\ufeff", "password"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("tag\U000e0041\U000e0020", "tag"),
        ("join\u200ded", "joined"),
        ("\u0645\u06cc\u200c\u062e\u0645", "\u0645\u06cc\u200c\u062e\u0645"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("cafe\u0301 “x” ’ \u00a0 é", "cafe\u0301 “x” ’ \u00a0 é"),
        ("\ud800x", "\ufffdx"),
    ],
)
def test_only_what_nobody_sees_is_removed(text: str, seen: str) -> None:
    assert without_invisible(text) == seen


def test_white_space_becomes_one_space() -> None:
    assert one_line(" a\t\n b\u2028c ") == "a b c"
