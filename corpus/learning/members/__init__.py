"""Questions as members of a server type them, on articles of our own, a part of which answer nothing.

`open.jsonl` has a group of one to three articles on one story a line:
`{"id", "field", "articles": [{"title", "published", "publisher", "paragraphs": [text]}], "questions":
[{"q", "kind", "right", "who", "words", "other"}]}`. `right` lists `[article, paragraph]`, both from 1,
each of which answers alone; it is empty where no article of the group answers. `who` owns the
answering claim, null for the article itself. `words` are the shortest words that answer, alternatives
or parts. `other` lists what must stand beside the answer, since it denies or contradicts it. `kind` of
an unanswered question begins with "near-", or is "off-topic" or "pointing-only".
"""

from pathlib import Path

from corpus.learning.members.groups import Group, MemberQuestion, read_groups
from corpus.learning.members.searching import Searches

OPEN = Path(__file__).with_name("open.jsonl")
"""The questions that confidence is learnt from."""

__all__ = ["OPEN", "Group", "MemberQuestion", "Searches", "read_groups"]
