"""Checks that read the markup: rendered, as the browser has it, and as it was served."""
