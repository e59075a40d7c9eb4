"""Methods of controllers, as tools of the agent."""
