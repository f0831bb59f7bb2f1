"""How it is run: the pytest plugin, the CLI, the browser, the walk, and what tells whether the machine is ready."""
