"""PRT Desktop: an offline companion for Pain Reprocessing Therapy; importing it loads nothing."""
