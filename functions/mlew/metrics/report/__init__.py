"""The numbers as a page: one HTML file that needs no other and asks nobody for anything."""
