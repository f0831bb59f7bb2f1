"""What a pointer does: pressing, pointing, dragging, and saying the name of what is seen."""
