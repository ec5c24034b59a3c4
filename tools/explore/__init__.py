"""Every interview, held by machine: `python -m tools.explore`."""
