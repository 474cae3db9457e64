"""The way through a bad day, one thing at a time."""
