"""The section of our own questions, tested as a person uses it."""
