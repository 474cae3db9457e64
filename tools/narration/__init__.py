"""How the clips of the exercises and lessons are made; the app never imports this."""
