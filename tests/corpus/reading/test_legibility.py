import pytest

from corpus.reading import load_text
from corpus.reading.legibility import is_legible

SENTENCES = [
    "The minister said on Monday that the strike in the port had ended after three weeks. ",
    "DER MINISTER SAGTE AM MONTAG, DASS DER STREIK IM HAFEN NACH WOCHEN BEENDET SEI. ",
    "Bakan pazartesi günü limandaki grevin üç hafta sonra sona erdiğini söyledi. ",
    "Министр сказал в понедельник, что забастовка в порту закончилась. ",
    "قال الوزير يوم الاثنين إن الإضراب في الميناء قد انتهى بعد ثلاثة أسابيع. ",
    "मंत्री ने सोमवार को कहा कि बंदरगाह पर हड़ताल तीन सप्ताह के बाद समाप्त हो गई है। ",
    "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการนัดหยุดงานที่ท่าเรือสิ้นสุดลงแล้ว ",
    "部长星期一表示港口的罢工在三周后已经结束工会与雇主就工资达成了协议。",
    "I kī te minita i te Mane kua mutu te porotū i te wāpu i muri i ngā wiki e toru. ",
    "Manchester City 3-1 Arsenal, Liverpool 2-2 Chelsea, Everton 0-1 Fulham, Leeds 4-0 Hull, ",
    "1. KIPCHOGE Eliud KEN 2:01:09\n2. KORIR Mark KEN 2:05:58\n3. ADOLA Guye ETH 2:05:58\n",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_language_of_any_script_is_legible(sentence: str) -> None:
    assert is_legible(sentence * 6)


@pytest.mark.parametrize(
    "garbled",
    [
        "".join(chr(ord(letter) - 29) for letter in SENTENCES[0] if letter != " ") * 6,
        "".join(chr(ord(letter) + 3) if letter.isalpha() else letter for letter in SENTENCES[0])
        * 6,
        "".join(chr(0xF000 + ord(letter)) for letter in SENTENCES[0]) * 6,
        "\ufffd" * 300,
        "/g12/g34 /g5/g77 /g3 " * 40,
    ],
    ids=["glyph numbers", "other letters", "private use", "missing", "glyph names"],
)
def test_glyphs_without_letters_are_not_legible(garbled: str) -> None:
    assert not is_legible(garbled)


def test_a_table_of_contents_before_the_text_is_legible() -> None:
    contents = "".join(f"{n}.{n} Part{' .' * 40}{n}\n" for n in range(300))
    assert is_legible(contents + SENTENCES[0] * 200)
    assert is_legible("7 (8) %" * 3000 + SENTENCES[0] * 900)


def test_a_short_text_is_legible_whatever_it_says() -> None:
    assert is_legible("Xqzt 77-B, KLM 3")
    assert load_text("Qwrt zxcv.").article.text == "Qwrt zxcv."
