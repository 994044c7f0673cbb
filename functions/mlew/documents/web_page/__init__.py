"""A page that is one file: it needs no other, runs no script and asks nobody for anything."""
