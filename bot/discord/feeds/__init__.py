"""Feeds: `/library feed add`, `list` and `remove`, and the checks that load what is new in them."""
