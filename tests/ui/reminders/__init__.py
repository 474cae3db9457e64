"""The people of one computer as they are met in the window."""
