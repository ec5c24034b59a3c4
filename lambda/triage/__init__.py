"""The triage: rules over what is known of a caller, and the conversation that finds it out. Standard library only."""
