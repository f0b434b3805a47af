"""What both networks have in common: how one is built, learns, and is made into what ships."""
