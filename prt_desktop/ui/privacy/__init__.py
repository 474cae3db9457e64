"""Privacy and safe keeping: the vault, backups, good copies, and erasing everything."""
