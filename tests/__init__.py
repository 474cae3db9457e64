"""The tests; a package of its own name, for textstat installs one called `tests` too."""
