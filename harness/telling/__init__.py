"""Tells others of a run: a chat's webhook, and the tracker of those who mend."""
