"""Says which provider of models the definition names, for the Makefile."""

from agent.definition.load import load_definition
from agent.paths import DEFINITION, SCHEMA

if __name__ == "__main__":
    print(load_definition(DEFINITION, SCHEMA).model.provider)
