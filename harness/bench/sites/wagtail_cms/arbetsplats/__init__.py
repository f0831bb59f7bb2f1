"""What is administered: pages of guidance with rich text, and cases with filters."""
