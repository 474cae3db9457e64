"""My plan: the weeks with their rules, messages for bad days, setbacks, and keeping on."""
