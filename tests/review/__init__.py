"""The tests of the review pages."""
