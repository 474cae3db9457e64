"""Reminders: when they come, when they do not, and as a file for a calendar."""
