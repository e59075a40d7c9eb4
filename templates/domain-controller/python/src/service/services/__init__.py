"""Handlers of the methods: business rules go here."""
