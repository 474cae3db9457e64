"""What a person sees: panes that show values and hand wishes up to the window."""
