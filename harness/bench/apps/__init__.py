"""Real applications that look like case systems: what is found in what others have built."""
