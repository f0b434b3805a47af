"""How the reader's network is learnt."""
