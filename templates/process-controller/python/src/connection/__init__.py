"""The way to Temporal, which worker and API have in common."""
