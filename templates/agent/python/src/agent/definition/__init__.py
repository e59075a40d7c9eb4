"""What `agent.yaml` declares."""
