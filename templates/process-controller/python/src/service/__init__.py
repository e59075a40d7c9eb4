"""The API of a process controller: it starts and operates instances."""
