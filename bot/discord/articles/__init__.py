"""The articles that are loaded: listed, shown, renamed and removed."""
