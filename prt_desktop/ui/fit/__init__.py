"""The fit worksheet: statements, three honest groups, and a page for the clinician."""
