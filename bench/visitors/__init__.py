"""People that never were, in mocks that are: seeded, sent by HTTP, and counted here by an arithmetic of their own."""
