"""The areas of Esset, found by discovery: a module each, or several where an area has much to do.

A module states `ORDER` (its place in the rollout), `SECTION` (what it offers in the menus; the same title is the same
section) and `BLUEPRINTS` (its pages). Templates are in `templates/<area>/`, faults in `faults/<area>.toml`.
"""
