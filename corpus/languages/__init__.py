"""Which language a text is in, and what the bot knows of each, a folder each: so far English alone."""
