"""The lessons as a person reads them."""
