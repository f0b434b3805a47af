"""A long run: many questions and feeds, with the memory and files that the bot holds meanwhile."""
