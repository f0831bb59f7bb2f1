"""Takes a developer to a defect: the scenario driven to the very state, the element marked, the check run again."""
