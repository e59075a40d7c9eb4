"""The server, health and metrics, and how they end."""
