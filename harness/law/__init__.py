"""What the law and a buyer ask for of a run: a statement, an inspection protocol, a conformance report."""
