"""Practise: the list of exercises, the page before, the stage and the question after."""
