"""Sound files out of the program and into it: a session, a pack for the phone, one's own."""
