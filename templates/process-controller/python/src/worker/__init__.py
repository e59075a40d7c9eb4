"""The worker: what does the work of the process."""
