"""Golden answers: what people see for questions about articles of our own, recorded whole."""
