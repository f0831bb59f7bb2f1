"""What the page says and how it is laid out: words, pictures, order and language, as a person takes them in."""
