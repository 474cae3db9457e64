"""The pages for sound files."""
