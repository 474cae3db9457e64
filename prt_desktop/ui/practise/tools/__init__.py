"""Pages of one's own writing that go with practices."""
