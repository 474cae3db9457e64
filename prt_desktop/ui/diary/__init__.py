"""The diary: a composer and a timeline."""
