"""How people reach the corpus: Discord and the terminal."""
