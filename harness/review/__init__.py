"""Where people decide of a run: pages on the machine's own address, and the same by spreadsheet."""
