"""Questions that ask what is said of a topic, by everybody or by one: "What do people say about the dam?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.conversation.small_talk import only_points

_SAY = r"(?:say|says|said|saying|claim|claims|claimed|claiming|think|thinks|thought|thinking)"
_OF = r"(?:about|on|of|regarding|concerning)"
_DO = r"(?:do|does|did|are|is|have|has|were|was)"
_ALL = (
    r"(?:(?:all\s+|the\s+|other\s+|different\s+)*"
    r"(?:people|persons|sources|articles|papers|others|everybody|everyone|anybody|anyone|"
    r"somebody|someone|folks|they|sides)(?:\s+(?:quoted|here))?)"
)
_TOPIC = r"(?P<about>[^?!\n]+?)"
_START = r"^\W*(?:(?:so|and|but|ok|okay|hey|please)\b[\s,]*)*"
_END = r"[\s?!.]*$"

_BY_ALL = tuple(
    re.compile(rf"{_START}{pattern}\s+{_OF}\s+{_TOPIC}{_END}", re.IGNORECASE)
    for pattern in (
        rf"what(?:['’]s|\s+{_DO})\s+{_ALL}\s+(?:all\s+)?{_SAY}",
        rf"who(?:['’]s|\s+is|\s+has)?\s+(?:all\s+)?{_SAY}\s+what",
        r"what(?:['’]s|\s+is|\s+are|\s+was|\s+has|\s+have)\s+(?:been\s+|being\s+)?said",
    )
)
_BY_ONE = re.compile(
    rf"{_START}what(?:['’]s|\s+{_DO})\s+(?P<source>[^?!.,;:\n]{{1,60}}?)\s+{_SAY}\s+"
    rf"{_OF}\s+{_TOPIC}{_END}",
    re.IGNORECASE,
)

LONGEST_READ = 200
"""Characters of a question that is read; a longer one is a pasted text."""


class AskedTopic(NamedTuple):
    """What a question asks to be told of; `source` is whose words are asked for, "" for everybody's."""

    about: str
    source: str = ""


def read_asked_topic(question: str) -> AskedTopic | None:
    """Read whether a question asks what is said of a topic; None where it asks something else.

    A topic that only points, "about it", is none: it is told by what was said before.
    """
    if len(question) > LONGEST_READ:
        return None
    for pattern in _BY_ALL:
        if match := pattern.match(question):
            return _topic(match["about"])
    match = _BY_ONE.match(question)
    return _topic(match["about"], match["source"]) if match else None


def _topic(about: str, source: str = "") -> AskedTopic | None:
    about = about.strip(" \t\"'“”‘’.,")
    if only_points(about) or (source and only_points(source)):
        return None
    return AskedTopic(about, source)
