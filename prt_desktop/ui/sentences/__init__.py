"""Safety sentences: the bank by area of the body, and the person's own three."""
