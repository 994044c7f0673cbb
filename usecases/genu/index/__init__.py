"""The page that hands the use cases out: which to take first, what to paste where, in which order."""
