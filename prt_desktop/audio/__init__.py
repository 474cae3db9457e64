"""Sound: one contract for players, its silent twin and its Qt form, tracks and sessions."""
