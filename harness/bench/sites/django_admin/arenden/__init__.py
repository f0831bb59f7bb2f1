"""The case system's one application: cases, their people and notes."""
