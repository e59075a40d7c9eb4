"""The graph that a definition becomes."""
