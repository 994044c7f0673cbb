"""The rehearsal model: a deterministic stand-in for a model, so that a workshop runs without one.

It speaks Converse and derives its drafts by rule from the inputs that it is given. It knows nothing
beyond them; everything it makes is marked as rehearsed.
"""
