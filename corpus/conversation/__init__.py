"""What people write in a talk: small talk, and questions about what was answered before."""
