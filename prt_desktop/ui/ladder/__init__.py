"""The movement ladder: feared movements, what was expected of each try and what came of it."""
