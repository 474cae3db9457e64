"""The evidence sheet: two honest columns, how sure one is, and what grows out of the diary."""
