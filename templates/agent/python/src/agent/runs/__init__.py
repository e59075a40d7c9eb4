"""Runs of the agent."""
