"""What each type of node does."""
