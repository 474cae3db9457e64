"""Settings: how the program looks, and where the data lives."""
