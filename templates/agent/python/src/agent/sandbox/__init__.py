"""Runs the agent where nothing can happen, and records that it passed."""
