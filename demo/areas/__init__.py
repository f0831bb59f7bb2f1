"""The areas of Esset, a module each, found by discovery.

A module states `ORDER` (its place in the rollout), `SECTION` (what it offers in the menus) and
`BLUEPRINTS` (its pages). Templates are in `templates/<area>/`, faults in `faults/<area>.toml`.
"""
