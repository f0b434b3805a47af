"""How an explanation is put in words, the same on Discord and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language import N_, gettext
from bot.wording import counted, double_marks
from corpus.answering.answer import LIKELY, Verdict
from corpus.answering.explanation import Asked, AskedTerm, ExplainedParagraph, Explanation
from corpus.answering.highlights import TRUSTED, Mark
from corpus.answering.kinds import Kind
from corpus.answering.reader.reader import SURE as SURE_OF_WORDS
from corpus.claims import Claim
from corpus.claims.claim import SURE
from corpus.claims.resolution import Resolution

MEASURES: Mapping[str, str] = {
    "bm25": N_("words of the question, by rarity (BM25)"),
    "covered": N_("share of the question in it"),
    "sentence": N_("share in its best sentence"),
    "exact": N_("share in the very form asked"),
    "related": N_("share by words that begin alike"),
    "adjacent": N_("words side by side, as asked"),
    "answer": N_("asked kind of answer near the words"),
    "kind": N_("asked kind of answer anywhere"),
    "counted": N_("number before what is counted"),
    "early": N_("early in its article"),
    "title": N_("share in the article’s title"),
    "neighbours": N_("share in the paragraphs beside it only"),
    "asks": N_("ends in a question itself"),
    "relevance": N_("the reader: does it answer?"),
    "holds": N_("the reader: is the answer really there?"),
    "margin": N_("the reader: its likeliest words against none"),
    "alike": N_("share in these words or like ones"),
    "around": N_("share there, in the title or just before"),
    "unnamed": N_("a name of the question is nowhere near"),
    "contrary": N_("it says the contrary of a word asked"),
    "displaced": N_("it tells what is asked of another thing"),
    "fits": N_("its likeliest words are of the asked kind"),
    "misfits": N_("its likeliest words are of another kind"),
    "anything": N_("no kind of answer is asked for"),
    "speaker": N_("it is asked what somebody says"),
    "elsewhere": N_("the asked speaker speaks, not here"),
    "nowhere": N_("the asked speaker speaks nowhere"),
    "unsaid": N_("only that speaker’s words are asked for"),
    "untold": N_("share not told of what is asked of a speaker"),
    "teller": N_("its likeliest words only name who tells"),
    "start": N_("where all confidence starts"),
}
"""What each measure of a paragraph is, by its name."""

KINDS: Mapping[Kind, str] = {
    Kind.PERCENTAGE: N_("a percentage"),
    Kind.MONEY: N_("an amount of money"),
    Kind.DATE: N_("a date or a time"),
    Kind.NUMBER: N_("a number"),
    Kind.PLACE: N_("a place"),
    Kind.PERSON: N_("a person or a group"),
    Kind.REASON: N_("a reason"),
    Kind.NAME: N_("a name"),
    Kind.ANYTHING: N_("anything"),
}
"""What a question asks for, by the kind of its answer."""

RESOLUTIONS: Mapping[Resolution, str] = {
    Resolution.FULL_NAME: N_("the full name stands there"),
    Resolution.SHORT_NAME: N_("short for the one full name in the article that it fits"),
    Resolution.OFFICE: N_("an office that one person in the article holds"),
    Resolution.ORGANISATION: N_("fits one organisation in the article"),
    Resolution.ONLY_PERSON: N_("a pronoun, and the only person it can mean"),
    Resolution.LIKELIEST_PERSON: N_("a pronoun, and the person it most likely means"),
    Resolution.LAST_SPEAKER: N_("a pronoun, and who spoke last"),
    Resolution.SPEAKER_AROUND: N_("a pronoun, and whose words it stands in"),
    Resolution.SOURCE_BEFORE: N_("no source of its own, so that of the claim before"),
    Resolution.FIGURE_PUT: N_("who puts the figure at a number"),
    Resolution.LABEL: N_("named by a label beside the words"),
    Resolution.REPORTED: N_("whom the report quotes or cites"),
    Resolution.AS_WORDED: N_("as the article words it"),
    Resolution.UNCLEAR: N_("nobody, since it could not be told safely"),
    Resolution.NO_SOURCE: N_("nobody, since no source is named"),
}
"""How the owner of a claim was found."""

NO_PARAGRAPHS = N_("No paragraph that is searched holds any of these words.")
NOT_KEPT = N_("not kept with this claim, which was loaded before that was known")


def term_shown(term: AskedTerm) -> str:
    """Write a word that was looked for, with its weight and what was wrong with it."""
    word = term.form
    if term.slip:
        word = gettext("{} (read as “{}”)").format(term.form, term.term)
    notes = [] if term.known else [gettext("in no paragraph")]
    notes += [] if term.asking else [gettext("only told")]
    return " ".join([word, f"{term.weight:.1f}", *(f"({note})" for note in notes)])


def kinds_shown(asked: Asked) -> str:
    """Say what kind of answer is asked for, whose, and how it was said."""
    either = f" {gettext('or')} "
    what = either.join(gettext(KINDS[kind]) for kind in asked.kinds)
    parts = [gettext("{} of “{}”").format(what, asked.counted) if asked.counted else what]
    parts += [gettext("what “{}” says").format(asked.source)] if asked.source else []
    stances = either.join(map(gettext, asked.stances))
    parts += [gettext("who {}").format(stances)] if stances else []
    return " · ".join(part for part in parts if part)


def bars(explanation: Explanation) -> dict[str, str]:
    """Say what numbers it takes for a paragraph to be shown, its words marked, its claims shown."""
    return {
        "shown": gettext("from a confidence of {:.2f}, {} at most").format(
            explanation.bar, counted(explanation.passages, "passage")
        ),
        "marked": gettext("from a chance of {:.2f}, where the confidence is {:.2f} or more").format(
            SURE_OF_WORDS, TRUSTED
        ),
        "claims": gettext("likely from a chance of {:.2f}, not just “probably” from {:.2f}").format(
            LIKELY, SURE
        ),
    }


def outcome(paragraph: ExplainedParagraph) -> str:
    """Say whether a paragraph is shown, or which rule keeps it back."""
    if not paragraph.kept_back:
        return gettext("shown")
    return f"{gettext('not shown')}: {gettext(paragraph.kept_back)}"


def against_bar(paragraph: ExplainedParagraph, bar: float) -> str:
    """Set a paragraph's confidence beside the bar."""
    return gettext("{:.2f}, bar {:.2f}").format(paragraph.passage.confidence, bar)


def mark_shown(mark: Mark, text: str) -> str:
    """Say which words of `text` are marked as the answer and how sure that is, or why none are."""
    parts = []
    if mark.words:
        start, end = mark.words
        opening, closing = double_marks()
        parts.append(f"{opening}{text[start:end]}{closing}")
    if mark.chance is not None:
        parts.append(gettext("chance {:.2f}").format(mark.chance))
    verdict = gettext("marked")
    if mark.unmarked:
        verdict = f"{gettext('not marked')}: {gettext(mark.unmarked)}"
    return " · ".join([verdict, *parts])


def chance_shown(claim: Claim, verdict: Verdict) -> str:
    """Say how sure the finder is of a claim, and which rule decides whether it may be shown."""
    sure = "" if claim.is_sure else gettext(", “probably”")
    shown = gettext("may be shown") if verdict.shows else gettext("not shown")
    chance = gettext("chance {:.2f}").format(claim.confidence)
    return f"{chance}{sure} · {shown}: {gettext(verdict)}"


def resolution_shown(claim: Claim) -> str:
    """Say how the owner of a claim was found."""
    return gettext(RESOLUTIONS[claim.resolution] if claim.resolution else NOT_KEPT)
