"""Small widgets of one look, made once and used by every pane."""
