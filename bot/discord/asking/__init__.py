"""Asking the articles: `/ask`, a mention of the bot, and *Check with sources* for a message."""
