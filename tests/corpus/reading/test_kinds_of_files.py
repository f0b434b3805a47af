"""Every kind of file is read, or refused in a sentence that says what it is."""

from tests.corpus.reading.fuzzing import outcome, spoilt_files
from tests.corpus.reading.kinds_of_files import TABLE, table


def test_the_table_of_files_shows_what_comes_of_them() -> None:
    assert table() == TABLE.read_text("utf-8"), "python -m tests.corpus.reading.kinds_of_files"


def test_a_spoilt_file_is_an_article_or_a_refusal() -> None:
    outcomes = {outcome(name, body) for name, body in spoilt_files(150)}
    assert outcomes <= {"read", "refused"}
