"""The people of this computer: who is here, and who else may come."""
