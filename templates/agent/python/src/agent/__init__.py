"""An agent: a graph that a definition declares, with the tools that it grants."""
