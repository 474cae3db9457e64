"""The practices as a person plays them."""
