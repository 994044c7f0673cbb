"""Mocks of a workshop: made, published, checked, linked to, protected, destroyed. One concept a file."""
