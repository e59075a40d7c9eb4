"""What the API needs of Temporal."""
