"""Forms: what is asked for, what is wrong, and how one is let in."""
