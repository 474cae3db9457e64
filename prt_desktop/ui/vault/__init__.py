"""The lock over the window: when it comes, what it shows, and how it goes."""
