"""What must hold at a state: one module or folder a check, and their small shared model."""
