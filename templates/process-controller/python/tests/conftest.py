"""What all tests can ask for."""
