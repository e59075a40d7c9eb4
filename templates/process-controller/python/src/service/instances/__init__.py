"""Instances of the tenant that calls."""
