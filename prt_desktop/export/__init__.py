"""Domain values to files that other programs read."""
