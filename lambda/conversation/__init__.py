"""What is said: the triage put into words, turn by turn. Standard library only; nothing here knows Alexa."""
