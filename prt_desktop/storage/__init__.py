"""Domain values to JSON on disk and back: whole saves, good copies, one lock."""
