from pathlib import Path

import pytest

from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import FILE, LEXICON, Verb, load_lexicon
from corpus.stance import Stance


@pytest.mark.parametrize(
    ("form", "verb", "kind"),
    [
        ("says", "say", Form.PRESENT),
        ("said", "say", Form.PAST),
        ("denies", "deny", Form.PRESENT),
        ("denied", "deny", Form.PAST),
        ("argued", "argue", Form.PAST),
        ("arguing", "argue", Form.ING),
        ("admitted", "admit", Form.PAST),
        ("admitting", "admit", Form.ING),
        ("foreseeing", "foresee", Form.ING),
        ("written", "write", Form.PARTICIPLE),
        ("stresses", "stress", Form.PRESENT),
        ("read", "read", Form.PAST),
        ("conveyed", None, None),
    ],
)
def test_every_form_leads_to_its_verb(form: str, verb: str | None, kind: Form | None) -> None:
    found = LEXICON.verb(form)
    assert (found and found.base, found and found.form) == (verb, kind)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("called", "for"), Verb("call for", Stance.DEMANDS, Form.PAST)),
        (("called", "it"), Verb("call", Stance.ASSERTS, Form.PAST)),
        (("shrugged", "off"), Verb("shrug off", Stance.DENIES, Form.PAST)),
        (("shrugged", "the"), None),
    ],
)
def test_a_phrasal_verb_is_one_only_with_its_particle(
    words: tuple[str, str], expected: Verb | None
) -> None:
    assert LEXICON.verb(*words) == expected


def test_forms_of_phrasal_verbs_keep_their_particle() -> None:
    assert LEXICON.forms(["call for", "say"], Form.PAST) == ["called for", "said"]


@pytest.mark.parametrize("wrong", ['[titles]\nnobles = "duke"\n', '[search]\nstop_words = "a"\n'])
def test_a_list_that_is_unknown_or_missing_is_named(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.toml"
    whole = FILE.read_text(encoding="utf-8")
    file.write_text(wrong + whole.partition("[search]")[0], encoding="utf-8")
    with pytest.raises((KeyError, ValueError)):
        load_lexicon(file)


def test_every_kind_of_verb_names_verbs_that_are_there() -> None:
    kinds = LEXICON.speech | LEXICON.also_acts | LEXICON.rejects
    assert kinds <= LEXICON.stances.keys()
