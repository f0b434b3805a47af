import pytest

from corpus.claims.verbs import FORMS, Form, Inflected, phrasal


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
        ("conveyed", None, None),
    ],
)
def test_every_form_leads_to_its_verb(form: str, verb: str | None, kind: Form | None) -> None:
    assert FORMS.get(form) == (Inflected(verb, kind) if verb and kind else None)


def test_a_phrasal_verb_is_one_only_with_its_particle() -> None:
    assert (phrasal("call", "for"), phrasal("call", "it")) == ("call for", "call")
