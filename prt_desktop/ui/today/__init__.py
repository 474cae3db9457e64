"""Today: one next step and one quick line."""
