"""A person's own story, goals, and the line of life and pain."""
