"""The safety place, tested as a person uses it."""
