"""The pages of one's own writing, each on its own."""
