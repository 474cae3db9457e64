"""The report: what goes into it, how it looks on paper, and where it goes."""
