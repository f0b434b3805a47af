"""What the bot shows on Discord: answers, claims, articles and notices as Components V2."""
