"""The movements section, tested as a person uses it."""
