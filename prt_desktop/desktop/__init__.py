"""What the desktop around the program offers: one window at a time, news of files."""
