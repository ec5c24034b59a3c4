"""Developer tools; never shipped. Each is run as `python -m tools.<name>`."""
