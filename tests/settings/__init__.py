"""The tests of the settings table."""
