"""What this agent is called."""

CONTROLLER_TYPE = "agent"
CONTROLLER_NAME = "agent"

# what a token needs to run it
RUN_SCOPE = "agent.run"
