"""Who says what in the articles: `/claims`."""
