"""Logs, traces and metrics of the worker."""
