"""How the reader is trained. Needs the extra `train`."""
