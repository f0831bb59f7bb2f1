"""The pytest plugin: collects scenarios and runs the engine under plain pytest."""
