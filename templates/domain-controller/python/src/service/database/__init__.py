"""Transactions of a tenant, request ids and events."""
