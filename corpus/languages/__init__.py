"""What the bot knows of each language, one folder a language; so far English alone."""
