"""The documentation that is made from code: a page for each check, and the whole as a site."""
