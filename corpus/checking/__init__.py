"""Is it true that …? What somebody states, beside what the articles say of it."""

from corpus.checking.compared import Checked, Verdict, check
from corpus.checking.stated import asks_whether, statement_in

__all__ = ["Checked", "Verdict", "asks_whether", "check", "statement_in"]
