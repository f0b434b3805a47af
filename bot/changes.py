"""What changed in an article, in one sentence, the same on Discord and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language import N_, NN_, gettext, ngettext
from corpus.library.changes import Changes

ADDED = NN_("{} paragraph added", "{} paragraphs added"), N_("{} added")
REMOVED = NN_("{} paragraph removed", "{} paragraphs removed"), N_("{} removed")
REWORDED = NN_("{} paragraph reworded", "{} paragraphs reworded"), N_("{} reworded")
"""What was done to paragraphs, with the word for them, and without it after another of these."""


def summary(changed: Changes) -> str:
    """Write all changes in one sentence, such as "2 paragraphs added, 1 reworded; title changed."."""
    parts = [", ".join(_paragraphs(changed)), _facts(changed)]
    sentence = "; ".join(filter(None, parts)) or gettext("nothing changed")
    return f"{sentence[0].upper()}{sentence[1:]}."


def _paragraphs(changed: Changes) -> Iterator[str]:
    done = ((changed.added, ADDED), (changed.removed, REMOVED), (changed.reworded, REWORDED))
    counts = [(len(them), said) for them, said in done if them]
    for number, (count, (first, further)) in enumerate(counts):
        yield (gettext(further) if number else ngettext(*first, count)).format(count)
    if changed.reordered:
        yield gettext("others moved") if counts else gettext("paragraphs moved")


def _facts(changed: Changes) -> str:
    facts = {
        gettext("title"): changed.title,
        gettext("author"): changed.author,
        gettext("date"): changed.published,
    }
    names = [name for name, change in facts.items() if change]
    *others, last = names or [""]
    listed = f" {gettext('and')} ".join(filter(None, [", ".join(others), last]))
    return gettext("{} changed").format(listed) if names else ""
