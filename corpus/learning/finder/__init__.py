"""How the claim finder's network and its judge are learnt."""
