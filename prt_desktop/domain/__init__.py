"""What a person can do, as values and pure functions; standard library only."""
