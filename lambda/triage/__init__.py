"""The decision: what is known of a caller, how urgent it is, and what to ask next. Standard library only."""
