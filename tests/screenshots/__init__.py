"""Pictures of every pane, compared with golden ones."""
