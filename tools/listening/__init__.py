"""How finished clips and tracks are checked, by measuring and by transcribing them."""
