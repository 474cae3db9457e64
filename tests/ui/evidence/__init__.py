"""The evidence section, tested as a person uses it."""
