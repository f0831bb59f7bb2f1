"""What changes at a state, by itself or by what the user did, and whether everybody is told."""
