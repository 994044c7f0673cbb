"""The verdicts on all mocks as a page to decide by: one HTML file that needs no other."""
