"""How it has been: our own questions every four weeks, and their answers in words."""
