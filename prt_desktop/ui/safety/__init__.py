"""Safety questions, the record of a check, and the crisis card."""
