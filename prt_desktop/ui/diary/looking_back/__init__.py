"""Looking back over the diary: charts of ratings, and what may go together."""
