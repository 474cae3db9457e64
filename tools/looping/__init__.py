"""How the soundscapes are made: loops without a seam, from noise and arithmetic alone."""
