"""How good is the suite? Measured in the open, beside its peers, on cases that nobody here wrote."""
