"""How an explanation is put in words, the same on Discord and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from bot.wording import counted
from corpus.answering.answer import LIKELY, Verdict
from corpus.answering.explanation import Asked, AskedTerm, ExplainedParagraph, Explanation
from corpus.answering.highlights import TRUSTED, Mark
from corpus.answering.kinds import Kind
from corpus.answering.reader.reader import SURE as SURE_OF_WORDS
from corpus.claims import Claim
from corpus.claims.claim import SURE
from corpus.claims.resolution import Resolution

MEASURES: Mapping[str, str] = {
    "bm25": "words of the question, by rarity (BM25)",
    "covered": "share of the question in it",
    "sentence": "share in its best sentence",
    "exact": "share in the very form asked",
    "related": "share by words that begin alike",
    "adjacent": "words side by side, as asked",
    "answer": "asked kind of answer near the words",
    "kind": "asked kind of answer anywhere",
    "counted": "number before what is counted",
    "early": "early in its article",
    "title": "share in the article’s title",
    "neighbours": "share in the paragraphs beside it only",
    "asks": "ends in a question itself",
    "relevance": "the reader: does it answer?",
    "holds": "the reader: is the answer really there?",
    "margin": "the reader: its likeliest words against none",
    "alike": "share in these words or like ones",
    "around": "share there, in the title or just before",
    "unnamed": "a name of the question is nowhere near",
    "contrary": "it says the contrary of a word asked",
    "fits": "its likeliest words are of the asked kind",
    "misfits": "its likeliest words are of another kind",
    "anything": "no kind of answer is asked for",
    "speaker": "it is asked what somebody says",
    "elsewhere": "the asked speaker speaks, not here",
    "nowhere": "the asked speaker speaks nowhere",
    "unsaid": "only that speaker’s words are asked for",
    "untold": "share not told of what is asked of a speaker",
    "teller": "its likeliest words only name who tells",
    "start": "where all confidence starts",
}
"""What each measure of a paragraph is, by its name."""

KINDS: Mapping[Kind, str] = {
    Kind.PERCENTAGE: "a percentage",
    Kind.MONEY: "an amount of money",
    Kind.DATE: "a date or a time",
    Kind.NUMBER: "a number",
    Kind.PLACE: "a place",
    Kind.PERSON: "a person or a group",
    Kind.REASON: "a reason",
    Kind.NAME: "a name",
    Kind.ANYTHING: "anything",
}
"""What a question asks for, by the kind of its answer."""

RESOLUTIONS: Mapping[Resolution, str] = {
    Resolution.FULL_NAME: "the full name stands there",
    Resolution.SHORT_NAME: "short for the one full name in the article that it fits",
    Resolution.OFFICE: "an office that one person in the article holds",
    Resolution.ORGANISATION: "fits one organisation in the article",
    Resolution.ONLY_PERSON: "a pronoun, and the only person it can mean",
    Resolution.LIKELIEST_PERSON: "a pronoun, and the person it most likely means",
    Resolution.LAST_SPEAKER: "a pronoun, and who spoke last",
    Resolution.SPEAKER_AROUND: "a pronoun, and whose words it stands in",
    Resolution.SOURCE_BEFORE: "no source of its own, so that of the claim before",
    Resolution.FIGURE_PUT: "who puts the figure at a number",
    Resolution.LABEL: "named by a label beside the words",
    Resolution.REPORTED: "whom the report quotes or cites",
    Resolution.AS_WORDED: "as the article words it",
    Resolution.UNCLEAR: "nobody, since it could not be told safely",
    Resolution.NO_SOURCE: "nobody, since no source is named",
}
"""How the owner of a claim was found."""

NO_PARAGRAPHS = "No paragraph that is searched holds any of these words."
NOT_KEPT = "not kept with this claim, which was loaded before that was known"


def term_shown(term: AskedTerm) -> str:
    """Write a word that was looked for, with its weight and what was wrong with it."""
    word = f"{term.form} (read as “{term.term}”)" if term.slip else term.form
    notes = [] if term.known else ["in no paragraph"]
    notes += [] if term.asking else ["only told"]
    return " ".join([word, f"{term.weight:.1f}", *(f"({note})" for note in notes)])


def kinds_shown(asked: Asked) -> str:
    """Say what kind of answer is asked for, whose, and how it was said."""
    what = " or ".join(KINDS[kind] for kind in asked.kinds)
    parts = [f"{what} of “{asked.counted}”" if asked.counted else what]
    parts += [f"what “{asked.source}” says"] if asked.source else []
    parts += ["who " + " or ".join(asked.stances)] if asked.stances else []
    return " · ".join(part for part in parts if part)


def bars(explanation: Explanation) -> dict[str, str]:
    """Say what numbers it takes for a paragraph to be shown, its words marked, its claims shown."""
    return {
        "shown": f"from a confidence of {explanation.bar:.2f}, "
        f"{counted(explanation.passages, 'passage')} at most",
        "marked": f"from a chance of {SURE_OF_WORDS:.2f}, where the confidence is {TRUSTED:.2f} or more",
        "claims": f"likely from a chance of {LIKELY:.2f}, not just “probably” from {SURE:.2f}",
    }


def outcome(paragraph: ExplainedParagraph) -> str:
    """Say whether a paragraph is shown, or which rule keeps it back."""
    return f"not shown: {paragraph.kept_back}" if paragraph.kept_back else "shown"


def against_bar(paragraph: ExplainedParagraph, bar: float) -> str:
    """Set a paragraph's confidence beside the bar."""
    return f"{paragraph.passage.confidence:.2f}, bar {bar:.2f}"


def mark_shown(mark: Mark, text: str) -> str:
    """Say which words of `text` are marked as the answer and how sure that is, or why none are."""
    parts = []
    if mark.words:
        start, end = mark.words
        parts.append(f"“{text[start:end]}”")
    if mark.chance is not None:
        parts.append(f"chance {mark.chance:.2f}")
    verdict = f"not marked: {mark.unmarked}" if mark.unmarked else "marked"
    return " · ".join([verdict, *parts])


def chance_shown(claim: Claim, verdict: Verdict) -> str:
    """Say how sure the finder is of a claim, and which rule decides whether it may be shown."""
    sure = "" if claim.is_sure else ", “probably”"
    shown = "may be shown" if verdict.shows else "not shown"
    return f"chance {claim.confidence:.2f}{sure} · {shown}: {verdict}"


def resolution_shown(claim: Claim) -> str:
    """Say how the owner of a claim was found."""
    return RESOLUTIONS[claim.resolution] if claim.resolution else NOT_KEPT
