"""What a person reads or a machine takes in: one module a format."""
