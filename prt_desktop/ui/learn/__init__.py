"""Learn: the list of lessons and the reader."""
