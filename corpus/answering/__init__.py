"""From a question to ranked passages: what is searched, what counts as an answer, what is marked."""
