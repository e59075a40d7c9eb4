"""Services that jobs call."""
