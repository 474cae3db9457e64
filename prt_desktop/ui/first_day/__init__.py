"""The first day: what this is, where the data lies, and the safety questions."""
