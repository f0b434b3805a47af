"""Questions as members type them: what is shown first, what is marked, and what stays silent."""
