"""The vault as a person meets it."""
