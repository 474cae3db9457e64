"""Files to domain values: lessons, exercises, safety; names the file and line of a fault."""
