"""How the claim finder's model is made: `python -m corpus.claims.train FOLDER` (extra `train`)."""
